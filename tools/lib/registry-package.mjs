import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Stop } from './log.mjs';
import { repositoryRoot } from './paths.mjs';
import { run, runNpm } from './run.mjs';

/**
 * Fetches one package that is no dependency of the project and unpacks it.
 * @param {{spec: string, integrity: string}} wanted name and version; the registry's `dist.integrity` of it
 * @param {string} folder empty; the package lies in `package` below it afterwards
 * Errors: a Stop where npm cannot fetch it, or where something else arrives.
 */
export async function fetchPackage({ spec, integrity }, folder) {
  const args = ['pack', spec, '--pack-destination', folder, '--ignore-scripts', '--loglevel=error'];
  if ((await runNpm(args, { cwd: repositoryRoot, quiet: true })) !== 0) {
    throw new Stop(`npm could not fetch ${spec}; its own message is above.`);
  }
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Stop(`npm pack ${spec} left no archive.`);
  const archive = join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  // SECURITY: what arrives is compared with what was published before it is opened.
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Stop(`What the registry sent as ${spec} is not what was published: its sha512 differs.`);
  }
  if ((await run('tar', ['-xzf', archive, '-C', folder])) !== 0) throw new Stop(`tar cannot unpack ${spec}.`);
  await rm(archive);
}
