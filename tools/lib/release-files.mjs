import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isNotice } from './update-notices.mjs';

/** @param {string} name of a file that the packager left. @returns {boolean} whether people get it, or the updater reads it */
export function isReleased(name) {
  return /^tidegate[-_].*\.(exe|msi|dmg|zip|deb|rpm|AppImage)$/.test(name) || isNotice(name);
}

/** @type {Readonly<Record<string, readonly RegExp[]>>} */
const wanted = {
  linux: [
    /_amd64\.deb$/,
    /_arm64\.deb$/,
    /\.x86_64\.rpm$/,
    /\.aarch64\.rpm$/,
    /-linux-x86_64\.AppImage$/,
    /-linux-arm64\.AppImage$/,
  ],
  win32: ['x64', 'arm64'].flatMap((arch) => [
    new RegExp(`-windows-${arch}-setup\\.exe$`),
    new RegExp(`-windows-${arch}\\.msi$`),
    new RegExp(`-windows-${arch}-portable\\.exe$`),
  ]),
  darwin: [/-macos-universal\.dmg$/, /-macos-universal\.zip$/],
};

/** What the updater of each system reads. @type {Readonly<Record<string, readonly RegExp[]>>} */
const notices = {
  linux: [/^latest-linux\.yml$/, /^latest-linux-arm64\.yml$/],
  win32: [/^latest\.yml$/],
  darwin: [/^latest-mac\.yml$/],
};

/**
 * The kinds of packages of a platform that are not among the files; with a feed, what describes them to the updater as well.
 * @param {readonly string[]} names @param {string} platform Node's name @param {boolean} [hasFeed]
 * @returns {readonly string[]}
 */
export function missingKinds(names, platform, hasFeed = false) {
  const kinds = [...(wanted[platform] ?? []), ...(hasFeed ? (notices[platform] ?? []) : [])];
  return kinds.filter((kind) => !names.some((name) => kind.test(name))).map((kind) => kind.source);
}

/** @param {string} folder @param {readonly string[]} names @returns {Promise<string>} as `sha256sum -c` reads it */
export async function checksums(folder, names) {
  const lines = [];
  for (const name of names) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(folder, name)), hash);
    lines.push(`${hash.digest('hex')}  ${name}\n`);
  }
  return lines.join('');
}

/**
 * @param {string} notes what the changelog says
 * @param {string} repository where the files were built, as GitHub names it
 * @returns {string}
 */
export function releaseNotes(notes, repository) {
  return `${notes}

## Is it the file that was built here?

\`\`\`sh
sha256sum --check --ignore-missing SHA256SUMS
gh attestation verify FILE --repo ${repository}
\`\`\`

The bill of materials (\`*.cdx.json\`, CycloneDX) and \`THIRD-PARTY-NOTICES.txt\` say what is in it and under which licences.
`;
}
