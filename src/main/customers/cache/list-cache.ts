import { Sequencer } from '#shared/events/sequencer.ts';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { PackedDelta } from '#shared/commands/packed-delta.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { replaceFile } from '../../system/storage/replace-file.ts';
import { tenantIdSchema } from '../../system/storage/tenant-id-schema.ts';

/** The packed list, and the one thing that it was merged with besides the records. */
export interface CachedList {
  readonly list: PackedDelta;
  /** The home tenants of the accounts that were signed in. */
  readonly ownTenantIds: readonly TenantId[];
}

export interface ListCachePlace {
  /** Absolute path of the cache itself. */
  readonly path: string;
  /** The records it is made of: a folder of files and a file. Absolute paths; they need not be there. */
  readonly observations: string;
  readonly annotations: string;
  /** Tidegate's version: another one may merge the same records into another list. */
  readonly version: string;
}

const header = z.object({
  stamp: z.string(),
  digest: z.string(),
  ownTenantIds: z.array(tenantIdSchema),
});

/**
 * The list as it was last shown, in one file: a header in its first line, then the list. It holds nothing but
 * what the records do and whose own tenants were marked, may be deleted at any time, and counts only while every record
 * is the very file that it was made of.
 */
export class ListCache {
  readonly #place: ListCachePlace;
  /** A removal must not overtake a write, nor the other way round. */
  readonly #changes = new Sequencer();

  constructor(place: ListCachePlace) {
    this.#place = place;
  }

  /** Undefined when there is no cache, when it is damaged, or when a record has changed since. */
  async read(): Promise<CachedList | undefined> {
    const [text, stamp] = await Promise.all([
      // In one piece: decoding it while it is read takes several times as long.
      readFile(this.#place.path).then(String, () => ''),
      this.stamp(),
    ]);
    const end = text.indexOf('\n');
    const read = header.safeParse(parse(text.slice(0, end)));
    if (!read.success || read.data.stamp !== stamp) return undefined;
    const list = text.slice(end + 1);
    const { digest, ownTenantIds } = read.data;
    return digest === digestOf(list, ownTenantIds) ? { list: list as PackedDelta, ownTenantIds } : undefined;
  }

  /** `stamp`: of the records that the list was made of. Throws the file system's error. */
  write({ list, ownTenantIds }: CachedList, stamp: string): Promise<void> {
    const { path } = this.#place;
    const first = { stamp, digest: digestOf(list, ownTenantIds), ownTenantIds };
    return this.#changes.run(async () => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // A cache that a power cut spoils is told by its digest: the disk need not be waited for.
      await replaceFile(path, `${JSON.stringify(first)}\n${list}`, 'over-a-kill');
    });
  }

  /** Throws the file system's error. */
  remove(): Promise<void> {
    const { path } = this.#place;
    return this.#changes.run(async () => {
      // A kill can leave the file that was being written behind as well.
      await Promise.all([path, `${path}.tmp`].map((file) => rm(file, { force: true })));
    });
  }

  /** Says which files the records are: it changes with every write, and with every copy of the folder. */
  async stamp(): Promise<string> {
    const { annotations, observations, version } = this.#place;
    const names = await readdir(observations).catch((): string[] => []);
    const files = [...names.sort().map((name) => join(observations, name)), annotations];
    return JSON.stringify([version, ...(await Promise.all(files.map((file) => stampOf(file))))]);
  }
}

async function stampOf(file: string): Promise<readonly string[]> {
  try {
    // ctime too: a program that restores a file in place can set its other times back, and not this one.
    const { ctimeNs, ino, mtimeNs, size } = await stat(file, { bigint: true });
    return [file, ...[ino, size, mtimeNs, ctimeNs].map(String)];
  } catch {
    return [file];
  }
}

function digestOf(list: string, ownTenantIds: readonly TenantId[]): string {
  return createHash('sha256').update(ownTenantIds.join()).update('\n').update(list).digest('base64');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
