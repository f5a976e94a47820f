import type { Platform } from '#shared/platform.ts';
import { parseHttpsAddress } from '#shared/text/https-address.ts';
import { isObject } from '#shared/text/json-object.ts';

/** Where updates come from, as the packager has written it into the package. */
export interface Feed {
  /** https, ends in a slash. */
  readonly url: URL;
  /** Names in the certificate that Windows' installers are signed with; empty elsewhere. */
  readonly publishers: readonly string[];
}

/**
 * Reads the content of `app-update.yml`, already parsed. Nothing comes of a feed that Tidegate would not use.
 * SECURITY: only one https folder, on the host that the package names; on Windows only with the name of who has to have signed.
 */
export function readFeed(content: unknown, platform: Platform): Feed | undefined {
  if (!isObject(content) || content['provider'] !== 'generic' || typeof content['url'] !== 'string')
    return undefined;
  const url = parseHttpsAddress(content['url']);
  if (url === undefined || url.search !== '' || url.hash !== '') return undefined;
  const named: unknown[] = [content['publisherName']].flat();
  const publishers = named.filter((name): name is string => typeof name === 'string' && name.trim() !== '');
  if (platform === 'win32' && publishers.length === 0) return undefined;
  return { url: new URL(url.pathname.endsWith('/') ? url.href : `${url.href}/`), publishers };
}

/** SECURITY: whether an update's request may go there: https, the feed's own host and port, below its folder. */
export function isInFeed(feed: Feed, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const asked = new URL(address);
  return (
    asked.protocol === 'https:' &&
    asked.host === feed.url.host &&
    asked.username === '' &&
    asked.password === '' &&
    asked.pathname.startsWith(feed.url.pathname)
  );
}

/** A version as releases are called; anything else is not shown, compared or put into a command. */
export function isVersion(text: string): boolean {
  return text.length <= 40 && /^\d{1,6}\.\d{1,6}\.\d{1,6}(-[0-9A-Za-z]+(\.[0-9A-Za-z]+)*)?$/.test(text);
}

/** Whether the version is one before its release, such as `1.2.3-rc.1`. */
export function isBeforeRelease(version: string): boolean {
  return version.includes('-');
}
