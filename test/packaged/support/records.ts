import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the data folder holds, read as a stranger would: by the documented format alone. */
export interface RecordsOnDisk {
  readonly settings: unknown;
  /** Content of `observations/list.json`. */
  readonly list: { readonly customers: readonly { readonly tenantId: string; readonly name?: string }[] };
  /** Undefined before the first start has come to write it. */
  readonly salt: string | undefined;
  readonly recents: readonly string[];
  /** The whole lines; what stands behind the last line break is the one that was being written. */
  readonly journal: readonly { readonly tenantId: string; readonly outcome: string }[];
  /** Names of files that are neither records nor Electron's own, relative to the folder. */
  readonly others: readonly string[];
}

const known = new Set([
  ...['settings.json', 'installation.json', 'usage.json', 'annotations.json', 'journal.jsonl'],
  ...['observations/list.json', 'profiles.json', 'list-cache.txt'],
]);
/** Written by Electron, by the log and by browsers. */
const foreign = /^(session|logs|browsers|Crashpad|Dictionaries)\/|^Singleton/;

/** Throws at a file that cannot be parsed or is no envelope. */
export async function readRecords(folder: string): Promise<RecordsOnDisk> {
  const list = await contentOf(join(folder, 'observations', 'list.json'));
  const usage = await contentOf(join(folder, 'usage.json'));
  const journal = (await textOf(join(folder, 'journal.jsonl'))) ?? '';
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = all
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  for (const name of ['annotations.json', 'profiles.json']) await contentOf(join(folder, name));
  return {
    settings: JSON.parse((await textOf(join(folder, 'settings.json'))) ?? ''),
    list: list as RecordsOnDisk['list'],
    salt: (await contentOf(join(folder, 'installation.json'))) as string | undefined,
    recents: (usage as { readonly recents: readonly string[] } | undefined)?.recents ?? [],
    journal: journal
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as RecordsOnDisk['journal'][number]),
    others: files.filter((name) => !known.has(name) && !foreign.test(name)),
  };
}

/** What an envelope holds; undefined when there is no file. */
async function contentOf(path: string): Promise<unknown> {
  const text = await textOf(path);
  if (text === undefined) return undefined;
  const envelope = JSON.parse(text) as { readonly version?: unknown; readonly data?: unknown };
  if (envelope.version !== 1 || envelope.data === undefined) throw new Error(`${path} is no envelope.`);
  return envelope.data;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
