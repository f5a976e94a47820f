/** The name of what is registered, here and in the steps for doing it in the portal. */
export const registrationName = 'Tidegate';

/** Where Microsoft's page answers to: the loopback address, whatever its port. */
export const redirectAddress = 'http://localhost';

/**
 * Registers the application in the tenant that Azure's command line is signed in to, and prints its application (client) ID.
 * No quotes, so that it reads alike in every shell. Its permissions are asked for at the sign-in: see permissions.ts.
 */
export const registerCommand = [
  `az ad app create --display-name ${registrationName} --sign-in-audience AzureADMyOrg`,
  `--is-fallback-public-client true --public-client-redirect-uris ${redirectAddress}`,
  '--query appId --output tsv',
].join(' ');
