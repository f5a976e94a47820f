import { appendFile, copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { notesOf } from './lib/changelog.mjs';
import { say, Stop } from './lib/log.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { checksums, isReleased, missingKinds, releaseNotes } from './lib/release-files.mjs';
import { billOfMaterials } from './lib/sbom.mjs';
import { missingKeys } from './lib/signing.mjs';
import { tool } from './lib/tool.mjs';
import { completeNotices } from './lib/update-notices.mjs';

// The steps of .github/workflows/release.yml that are more than a line; each runs on any machine.
// node tools/release.mjs check v1.2.3              the tag is the version in package.json, and CHANGELOG.md tells of it
// node tools/release.mjs signing                   says what this platform's packages will not be signed with
// node tools/release.mjs collect dist release      what is given to people, out of what the packager left, and a bill of materials
// node tools/release.mjs signed release            Windows: whether what the installers install will take the next one
// node tools/release.mjs describe v1.2.3 release   checksums into the folder, and notes.md

const notices = 'THIRD-PARTY-NOTICES.txt';

/** @param {string} tag @returns {Promise<{version: string, notes: string}>} */
async function described(tag) {
  const { version } = /** @type {{version: string}} */ (
    JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8'))
  );
  if (tag !== `v${version}`) throw new Stop(`The tag is ${tag}, and package.json says ${version}.`);
  const notes = notesOf(await readFile(join(repositoryRoot, 'CHANGELOG.md'), 'utf8'), version);
  if (notes === undefined) throw new Stop(`CHANGELOG.md has nothing below a heading "## ${version}".`);
  return { version, notes };
}

/** @type {Record<string, (args: readonly string[]) => Promise<void>>} */
const steps = {
  async check([tag = '']) {
    const { version } = await described(tag);
    say(`Version ${version} is told of.`);
  },

  async signing() {
    const missing = missingKeys(process.platform, process.env);
    for (const { name, without } of missing) {
      const text = `${name} is not set: ${without}`;
      process.stdout.write(`${process.env['GITHUB_ACTIONS'] === 'true' ? '::warning::' : ''}${text}\n`);
    }
    const { GITHUB_STEP_SUMMARY } = process.env;
    if (missing.length > 0 && GITHUB_STEP_SUMMARY)
      await appendFile(
        GITHUB_STEP_SUMMARY,
        missing.map(({ name, without }) => `- ${name}: ${without}\n`).join(''),
      );
    if (missing.length === 0) say('There is a key for everything that is signed here.');
  },

  async collect([from = '', to = '']) {
    await mkdir(to, { recursive: true });
    const files = (await readdir(from, { withFileTypes: true })).filter((entry) => entry.isFile());
    const released = files.map(({ name }) => name).filter(isReleased);
    const hasFeed = Boolean(process.env['TIDEGATE_UPDATE_FEED']);
    const missing = missingKinds(released, process.platform, hasFeed);
    if (missing.length > 0) throw new Stop(`${from} lacks: ${missing.join(', ')}.`);
    for (const name of released) await copyFile(join(from, name), join(to, name));
    await completeNotices(to, released, hasFeed);
    // Alike for every system, so that one of them gives it.
    if (process.platform === 'linux') {
      await copyFile(join(from, 'linux-unpacked', notices), join(to, notices));
      await writeFile(join(to, 'tidegate.cdx.json'), await billOfMaterials(join(repositoryRoot, 'out')));
    }
    say(`${released.length} files are in ${to}.`);
  },

  async signed([folder = '']) {
    if (!process.env['TIDEGATE_UPDATE_FEED']) return say('There is no feed, and no update to be refused.');
    // Where a release is published there are no packages of npm's to read it with.
    const { refuseForeign } = await import('./lib/refuse-foreign.mjs');
    await refuseForeign(folder, await readdir(folder), process.env);
    say('The installers are signed by who has to have signed an update.');
  },

  async describe([tag = '', folder = '']) {
    const { notes } = await described(tag);
    const names = (await readdir(folder)).filter((name) => name !== 'SHA256SUMS').sort();
    await writeFile(join(folder, 'SHA256SUMS'), await checksums(folder, names));
    await writeFile('notes.md', releaseNotes(notes, process.env['GITHUB_REPOSITORY'] ?? 'OWNER/REPOSITORY'));
    say(`${names.length} files are described.`);
  },
};

await tool(async () => {
  const [step = '', ...args] = process.argv.slice(2);
  const act = steps[step];
  if (act === undefined)
    throw new Stop(`The steps are: ${Object.keys(steps).join(', ')}. "${step}" is none of them.`);
  await act(args);
  return 0;
});
