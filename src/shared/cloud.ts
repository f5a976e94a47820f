/** A Microsoft cloud: where to sign in, which APIs to ask, which portal to open. */
export interface Cloud {
  readonly id: CloudId;
  /** Origins, without a trailing slash. */
  readonly login: string;
  readonly resourceManager: string;
  /** The delegated scope for the ARM tenants list. */
  readonly resourceManagerScope: string;
  readonly defender: string;
}

export type CloudId = 'public';

/**
 * Hosts: Microsoft's documentation of `GET /tenants` (ARM), of the MSSP portal page (`security.microsoft.com/?tid=`)
 * and of the identity platform's authorities.
 */
export const clouds: Readonly<Record<CloudId, Cloud>> = {
  public: {
    id: 'public',
    login: 'https://login.microsoftonline.com',
    resourceManager: 'https://management.azure.com',
    resourceManagerScope: 'https://management.azure.com/user_impersonation',
    defender: 'https://security.microsoft.com',
  },
};
