/** A Microsoft cloud: where to sign in, which APIs to ask, which portal to open. All origins, without a trailing slash. */
export interface Cloud {
  readonly id: CloudId;
  readonly login: string;
  readonly resourceManager: string;
  readonly graph: string;
  readonly defender: string;
  /** Where applications are registered. */
  readonly entra: string;
}

export const cloudIds = ['public', 'usgov'] as const;
export type CloudId = (typeof cloudIds)[number];

/**
 * Hosts: Microsoft's documentation of `GET /tenants` (ARM), of the MSSP portal page (`security.microsoft.com/?tid=`), of
 * the identity platform's and Microsoft Graph's national clouds, and of Azure Government.
 */
export const clouds: Readonly<Record<CloudId, Cloud>> = {
  public: {
    id: 'public',
    login: 'https://login.microsoftonline.com',
    resourceManager: 'https://management.azure.com',
    graph: 'https://graph.microsoft.com',
    defender: 'https://security.microsoft.com',
    entra: 'https://entra.microsoft.com',
  },
  usgov: {
    id: 'usgov',
    login: 'https://login.microsoftonline.us',
    resourceManager: 'https://management.usgovcloudapi.net',
    graph: 'https://graph.microsoft.us',
    defender: 'https://security.microsoft.us',
    entra: 'https://entra.microsoft.us',
  },
};
