import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const textOf = (name: string): string => readFileSync(join(root, name), 'utf8');

type Versions = Readonly<Record<string, string>>;
interface Manifest {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly scripts: Versions;
}
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const manifest = JSON.parse(textOf('package.json')) as Manifest;
const lock = (
  JSON.parse(textOf('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> }
).packages;
const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
const installed = Object.entries(lock).filter(([path]) => path !== '');

/** Packages that would run a script when they are installed, and why nothing is missing without it. */
const scripts: Readonly<Record<string, string>> = {
  'node_modules/electron-winstaller': 'chooses a 7-Zip for Squirrel installers, which are not made here',
  'node_modules/esbuild': 'checks its own executable and makes it start faster',
  'node_modules/usocket': 'builds an addon for passing open files over D-Bus; tests pass none',
};

it('every dependency has one exact version, and the lock file the same', () => {
  expect(wanted.length).toBeGreaterThan(20);
  for (const [name, version] of wanted) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(lock[`node_modules/${name}`]?.version, name).toBe(version);
  }
  expect(lock['']).toMatchObject({
    dependencies: manifest.dependencies,
    devDependencies: manifest.devDependencies,
  });
});

it('the lock file holds a hash of every package, and names no registry', () => {
  expect(installed.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

it('no install script runs, and a package that would run one is known', () => {
  expect(textOf('.npmrc').split('\n')).toEqual(
    expect.arrayContaining(['ignore-scripts=true', 'save-exact=true']),
  );
  const withScript = installed.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  expect(withScript.map(([path]) => path).sort()).toEqual(Object.keys(scripts).sort());
  // Under the same rule npm leaves these out without a word: nothing may depend on them.
  expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)/.test(name))).toEqual([]);
});

it('every checkout has the same line ends, whatever its system is used to', () => {
  const [rule, ...exceptions] = textOf('.gitattributes')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(rule).toBe('* text=auto eol=lf');
  expect(exceptions).toEqual(['*.cmd -text', 'test/data/** -text']);
});
