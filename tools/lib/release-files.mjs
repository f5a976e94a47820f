import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** What people get, and what the updater reads. @type {readonly RegExp[]} */
const released = [
  /^tidegate[-_].*\.(exe|msi|dmg|zip|deb|rpm|AppImage)$/,
  /^latest(-mac|-linux(-arm64)?)?\.yml$/,
];

/** @param {string} name of a file that the packager left. @returns {boolean} */
export function isReleased(name) {
  return released.some((pattern) => pattern.test(name));
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

/**
 * The kinds of packages of a platform that are not among the files.
 * @param {readonly string[]} names @param {string} platform Node's name
 * @returns {readonly string[]}
 */
export function missingKinds(names, platform) {
  const kinds = wanted[platform] ?? [];
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

/** @param {string} notes what the changelog says. @returns {string} */
export function releaseNotes(notes) {
  return `${notes}

## Is it the file that was built here?

\`\`\`sh
sha256sum --check --ignore-missing SHA256SUMS
gh attestation verify FILE --repo OWNER/REPOSITORY
\`\`\`

The bill of materials (\`*.cdx.json\`, CycloneDX) and \`THIRD-PARTY-NOTICES.txt\` say what is in it and under which licences.
`;
}
