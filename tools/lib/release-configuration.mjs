import { say, Stop } from './log.mjs';

/**
 * What of a release comes from the environment of whoever makes it, as additions to electron-builder.yml:
 * - `TIDEGATE_HOMEPAGE`: an https address, named in Linux packages;
 * - `TIDEGATE_UPDATE_FEED`: the https folder that releases are put into; without it the packages never look for updates;
 * - `TIDEGATE_PUBLISHER`: the name in the certificate that Windows' packages are signed with; an update needs the same.
 * Whether there is something to sign with, electron-builder finds out by itself (WIN_CSC_LINK, CSC_LINK, APPLE_API_KEY).
 * Errors: a Stop where an address is none, or where updates for Windows could not be checked for their publisher.
 * @param {NodeJS.ProcessEnv} env
 * @returns {import('electron-builder').Configuration}
 */
export function releaseConfiguration(env, platform = process.platform) {
  const homepage = given(env, 'TIDEGATE_HOMEPAGE');
  const feed = given(env, 'TIDEGATE_UPDATE_FEED');
  const publisher = given(env, 'TIDEGATE_PUBLISHER');
  if (homepage !== undefined) https('TIDEGATE_HOMEPAGE', homepage);
  if (feed === undefined) say('TIDEGATE_UPDATE_FEED is not set: these packages never look for updates.');
  else https('TIDEGATE_UPDATE_FEED', feed);
  // SECURITY: a Windows application without a publisher's name in it takes an update from anybody who can write to the feed.
  if (feed !== undefined && publisher === undefined && platform === 'win32')
    throw new Stop('TIDEGATE_UPDATE_FEED needs TIDEGATE_PUBLISHER: an update is checked for who signed it.');
  const notarize = platform === 'darwin' && given(env, 'APPLE_API_KEY') !== undefined;
  return {
    ...(homepage === undefined ? {} : { extraMetadata: { homepage } }),
    // Without a word here electron-builder would guess a feed from the repository.
    publish:
      feed === undefined
        ? null
        : [
            {
              provider: 'generic',
              url: feed,
              channel: 'latest',
              ...(publisher === undefined ? {} : { publisherName: [publisher] }),
            },
          ],
    mac: { notarize },
  };
}

/** A variable that is not set comes as an empty text. @param {NodeJS.ProcessEnv} env @param {string} name */
function given(env, name) {
  const value = env[name];
  return value === '' ? undefined : value;
}

/** @param {string} name @param {string} text */
function https(name, text) {
  if (!URL.canParse(text) || new URL(text).protocol !== 'https:')
    throw new Stop(`${name} is no https address: ${text}`);
}
