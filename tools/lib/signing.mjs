import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './tool.mjs';

/** What signing takes on each platform, and what comes of its absence. @type {Readonly<Record<string, readonly {name: string, without: string}[]>>} */
const keys = {
  win32: [
    {
      name: 'WIN_CSC_LINK',
      without: 'the installers are not signed; Windows warns of them, and no update is taken.',
    },
  ],
  darwin: [
    {
      name: 'CSC_LINK',
      without: 'the application is not signed; macOS refuses to open it by a click, and no update is taken.',
    },
    { name: 'APPLE_API_KEY_P8', without: 'the application is not notarized; macOS warns of it.' },
  ],
};

/** @param {string} platform Node's name @param {NodeJS.ProcessEnv} env */
export function missingKeys(platform, env) {
  return (keys[platform] ?? []).filter(({ name }) => !env[name]);
}

/** What electron-builder signs with, by the names it knows. A secret that is not set comes as an empty text. */
const names = [
  ...['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD', 'CSC_LINK', 'CSC_KEY_PASSWORD'],
  ...['APPLE_API_KEY_P8', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
];

/**
 * Makes the environment as electron-builder wants it: nothing empty, and Apple's key in a file that goes when the tool ends.
 * @param {NodeJS.ProcessEnv} env is changed
 * @param {NodeJS.Platform} platform
 * @returns {Promise<boolean>} whether everything that can be signed has to be: there is a key
 */
export async function prepareSigning(env, platform) {
  for (const name of names) if (!env[name]) delete env[name];
  if (platform === 'darwin' && env['APPLE_API_KEY_P8']) {
    const folder = await mkdtemp(join(tmpdir(), 'tidegate-key-'));
    atEnd(() => rm(folder, { recursive: true, force: true }));
    env['APPLE_API_KEY'] = join(folder, 'key.p8');
    await writeFile(env['APPLE_API_KEY'], env['APPLE_API_KEY_P8'], { mode: 0o600 });
  }
  return Boolean(platform === 'win32' ? (env['WIN_CSC_LINK'] ?? env['CSC_LINK']) : env['CSC_LINK']);
}
