import { readdir, readFile, realpath } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { isObject, parseObject } from '#shared/text/json-object.ts';
import type { Platform } from '#shared/platform.ts';
import { readPropertyList } from '../../system/process/property-list.ts';
import { systemRegistry } from '../../system/process/registry.ts';
import { valuesBelow } from '../../system/process/registry-export.ts';
import type { Browser } from '../browser.ts';
import type { Machine } from './machine.ts';
import { policyPlaces } from './policy-places.ts';
import { policyEffects, type PolicyValues, type SetPolicies } from './policy-rules.ts';

/** A browser with what an administrator's policies do to customers' profiles. What cannot be read says nothing. */
export async function withPolicies(browser: Browser, machine: Machine): Promise<Browser> {
  const place = policyPlaces[browser.brand][machine.platform];
  const fromSystem = browser.brand === 'firefox' ? firefoxReaders : chromiumReaders;
  const set = await fromSystem[machine.platform](place, machine, browser);
  const policies = policyEffects(browser.brand, set, machine.platform);
  return policies.length > 0 ? { ...browser, policies } : browser;
}

type Readers = Readonly<
  Record<Platform, (place: string, machine: Machine, browser: Browser) => Promise<SetPolicies>>
>;

const chromiumReaders: Readers = {
  linux: async (folder) => ({
    mandatory: await readFolder(join(folder, 'managed')),
    recommended: await readFolder(join(folder, 'recommended')),
  }),
  win32: async (key, { environment }) => {
    const mandatory = await readKeys(key, environment);
    // Names of keys have no case.
    const name = Object.keys(mandatory).find((each) => each.toLowerCase() === 'recommended') ?? '';
    const recommended = mandatory[name];
    return { mandatory, recommended: isObject(recommended) ? recommended : {} };
  },
  darwin: async (domain) => ({ mandatory: await readDomain(domain), recommended: {} }),
};

/** Firefox knows no recommended policies. Its file beside the program counts where the system says nothing. */
const firefoxReaders: Readers = {
  linux: async (folder, _machine, browser) =>
    onlyMandatory(
      (await readFirefoxFile(join(folder, firefoxFile))) ?? (await readFirefoxFile(await besides(browser))),
    ),
  // `EnterprisePoliciesParent.sys.mjs`: both are put together, and the registry wins.
  win32: async (key, { environment }, browser) =>
    onlyMandatory({
      ...(await readFirefoxFile(await besides(browser))),
      ...(await readKeys(key, environment)),
    }),
  darwin: async (domain, _machine, browser) => {
    const managed = await readDomain(domain);
    const inBundle = join(dirname(browser.executable), '..', 'Resources', 'distribution', firefoxFile);
    return onlyMandatory({ ...(await readFirefoxFile(inBundle)), ...managed });
  },
};

const firefoxFile = 'policies.json';

function onlyMandatory(mandatory: PolicyValues | undefined): SetPolicies {
  return { mandatory: mandatory ?? {}, recommended: {} };
}

async function besides({ executable }: Browser): Promise<string> {
  const real = await realpath(executable).catch(() => executable);
  return join(dirname(real), 'distribution', firefoxFile);
}

async function readFirefoxFile(path: string): Promise<PolicyValues | undefined> {
  const policies = parseObject(await readFile(path, 'utf8').catch(() => undefined))?.['policies'];
  return isObject(policies) ? policies : undefined;
}

/** The later name wins. A file that cannot be read takes none of the others with it. */
async function readFolder(folder: string): Promise<PolicyValues> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).toSorted();
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, name), 'utf8').catch(() => undefined)),
  );
  return Object.assign({}, ...texts.map((text) => parseObject(text) ?? {})) as PolicyValues;
}

/** The machine's policy has the last word. */
async function readKeys(key: string, environment: Machine['environment']): Promise<PolicyValues> {
  const { read } = systemRegistry(environment);
  const paths = ['HKEY_CURRENT_USER', 'HKEY_LOCAL_MACHINE'].map((hive) => `${hive}\\${key}`);
  const hives = await Promise.all(paths.map(async (path) => valuesBelow((await read(path)) ?? [], path)));
  return Object.assign({}, ...hives) as PolicyValues;
}

/** A profile of the computer's, and one of the user's, which wins. */
async function readDomain(domain: string): Promise<PolicyValues> {
  const managed = '/Library/Managed Preferences';
  const files = [join(managed, `${domain}.plist`), join(managed, userInfo().username, `${domain}.plist`)];
  const values = await Promise.all(files.map(readPropertyList));
  return Object.assign({}, ...values.filter(isObject)) as PolicyValues;
}
