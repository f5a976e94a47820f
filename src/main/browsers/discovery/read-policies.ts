import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { readPropertyList } from '../../system/process/property-list.ts';
import { systemRegistry } from '../../system/process/registry.ts';
import { entriesOf, plainValues } from '../../system/process/registry-export.ts';
import type { Browser } from '../browser.ts';
import { isObject, parseObject } from '#shared/text/json-object.ts';
import type { Machine } from './machine.ts';
import { policyEffects, policyPlaces, type PolicyValues } from './policies.ts';

type Reader = (place: string, machine: Machine) => Promise<PolicyValues>;

const readers: Readonly<Record<Platform, Reader>> = {
  async linux(folder) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return Object.assign({}, ...texts.map((text) => parseObject(text) ?? {})) as PolicyValues;
  },
  async win32(key, { environment }) {
    const { read } = systemRegistry(environment);
    // The machine's policy has the last word.
    const paths = ['HKEY_CURRENT_USER', 'HKEY_LOCAL_MACHINE'].map((hive) => `${hive}\\${key}`);
    const hives = await Promise.all(
      paths.map(async (path) => plainValues(entriesOf((await read(path)) ?? [], path) ?? [])),
    );
    return Object.assign({}, ...hives) as PolicyValues;
  },
  async darwin(domain) {
    const value = await readPropertyList(`/Library/Managed Preferences/${domain}.plist`);
    return isObject(value) ? value : {};
  },
};

/** A browser with what an administrator's policies do to customers' profiles. What cannot be read says nothing. */
export async function withPolicies(browser: Browser, machine: Machine): Promise<Browser> {
  const place = policyPlaces[browser.brand][machine.platform];
  if (place === null) return browser;
  const values = await readers[machine.platform](place, machine).catch((): PolicyValues => ({}));
  const policies = policyEffects(values, machine.platform);
  return policies.length > 0 ? { ...browser, policies } : browser;
}
