import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledPackages } from './notices.mjs';
import { repositoryRoot } from './paths.mjs';

/** @typedef {{version: string, integrity?: string, license?: string}} Locked */

/**
 * What a package of Tidegate holds, as CycloneDX 1.5: the libraries whose code is in the built application, which is what ships
 * and no more, and Electron. With the hash that the lock file has of each.
 * @param {string} built the folder `out`
 * @returns {Promise<string>} JSON
 */
export async function billOfMaterials(built) {
  /** @param {string} path @returns {Promise<any>} */
  const read = async (path) => JSON.parse(await readFile(join(repositoryRoot, path), 'utf8'));
  const own = /** @type {{version: string}} */ (await read('package.json'));
  const { packages } = /** @type {{packages: Record<string, Locked>}} */ (await read('package-lock.json'));
  const electron = packages['node_modules/electron'];
  const shipped = (await bundledPackages(built)).map(([, { name, version, identifier }]) => {
    const found = Object.entries(packages).find(
      ([path, locked]) => path.endsWith(`node_modules/${name}`) && locked.version === version,
    );
    return component('library', name, version, identifier, found?.[1].integrity);
  });
  return `${JSON.stringify(
    {
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      serialNumber: `urn:uuid:${randomUUID()}`,
      version: 1,
      metadata: {
        timestamp: new Date().toISOString(),
        component: component('application', 'tidegate', own.version, 'MIT', undefined),
      },
      components: [
        component('framework', 'electron', electron?.version ?? '', electron?.license, electron?.integrity),
        ...shipped,
      ],
    },
    undefined,
    2,
  )}\n`;
}

/**
 * @param {string} type @param {string} name @param {string} version @param {string | undefined} license
 * @param {string | undefined} integrity as the lock file has it
 */
function component(type, name, version, license, integrity) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const sha512 = /^sha512-(.+)$/.exec(integrity ?? '')?.[1];
  return {
    type,
    'bom-ref': purl,
    name,
    version,
    purl,
    ...(license === undefined ? {} : { licenses: [licensed(license)] }),
    ...(sha512 === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }] }),
  };
}

/**
 * A licence as CycloneDX has it: an id of SPDX's alone, an expression of several, or whatever else a package calls it.
 * @param {string} license
 */
function licensed(license) {
  if (/^[\w.+-]+$/.test(license)) return { license: { id: license } };
  return / (?:OR|AND|WITH) /.test(license) ? { expression: license } : { license: { name: license } };
}
