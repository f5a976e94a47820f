import type { BrowserStatus } from '#shared/status/status.ts';
import type { Browser } from './browser.ts';

/** What windows show of a browser. */
export function browserStatus({ id, name, version, isDefault, own, policies }: Browser): BrowserStatus {
  return {
    id,
    name,
    ...(version !== undefined && { version }),
    isDefault,
    ownProfiles: own?.profiles ?? [],
    policies: policies ?? [],
  };
}
