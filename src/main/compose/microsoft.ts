import { safeStorage, shell, type Session } from 'electron';
import { clouds } from '#shared/settings/cloud.ts';
import { scopeOf, signInScopes } from '#shared/settings/permissions.ts';
import { DomainLookup } from '../customers/sources/domain-lookup.ts';
import { createIdentity } from '../identity/create-identity.ts';
import { CurrentIdentity } from '../identity/current-identity.ts';
import { atKnownAuthority } from '../identity/known-authority.ts';
import { signInPages } from '../identity/sign-in-page.ts';
import { ApiClient } from '../system/net/api-client.ts';
import { apiHosts } from '../system/net/api-hosts.ts';
import { ElectronHttpClient } from '../system/net/electron-http-client.ts';
import { safeStorageVault } from '../identity/secrets/safe-storage-vault.ts';
import { Opener } from '../desktop/security/opener.ts';
import { dropAdditions } from '../system/process/start-environment.ts';
import type { Foundation } from './foundation.ts';

/** Everything that speaks with Microsoft: the one session for API calls, and who is signed in. */
export type Microsoft = ReturnType<typeof buildMicrosoft>;

/** The page of Microsoft Entra that lists and registers applications. */
const appRegistrations = '/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade';

/** `accountsChanged`: somebody's sign-in has ended, or holds again. */
export function buildMicrosoft(
  { paths, platform, records: { settings }, status, texts }: Foundation,
  net: Session,
  accountsChanged: () => void,
) {
  const cloud = () => clouds[settings.current.cloud];
  const everyCloud = Object.values(clouds);
  const http = new ElectronHttpClient(net, apiHosts(...everyCloud));
  const api = new ApiClient(http);
  const domains = new DomainLookup(api, cloud);
  const signInHosts = new Set(everyCloud.map(({ login }) => new URL(login).hostname));
  const openExternal = (url: string) => {
    dropAdditions();
    return shell.openExternal(url);
  };
  const opener = new Opener(openExternal, signInHosts);
  const entraHosts = new Set(everyCloud.map(({ entra }) => new URL(entra).hostname));
  const entraOpener = new Opener(openExternal, entraHosts);
  const vault = safeStorageVault(safeStorage, platform);
  const identity = new CurrentIdentity(settings.current, (current) =>
    createIdentity(current, {
      http,
      vault,
      path: paths.tokens,
      scopes: () => signInScopes(settings.current, cloud()),
      openPage: atKnownAuthority(domains, (url) => opener.open(url)),
      pages: () => signInPages(texts.t, texts.language),
      // A system without a keyring cannot be fixed here: the page of accounts says so, and it is no standing
      // problem.
      report: (problem) => status.report(problem.kind === 'tokens-not-kept' ? undefined : problem),
      saved: () => status.mended(paths.tokens),
      changed: accountsChanged,
    }),
  );
  return {
    cloud,
    http,
    api,
    domains,
    identity,
    /** The scope that is asked for when the access to a customer's tenant is tried. */
    probeScopes: () => [scopeOf('azure-tenants', cloud())],
    /** The scope that is asked for when incidents are counted there. */
    incidentScopes: () => [scopeOf('incidents', cloud())],
    /** Opens Microsoft's page about an error. */
    lookUpError: (number: string) => opener.open(`${cloud().login}/error?code=${number}`),
    openAppRegistrations: () => entraOpener.open(`${cloud().entra}${appRegistrations}`),
  };
}
