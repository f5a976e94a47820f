import { readFile } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { isMissing } from '../../system/storage/is-missing.ts';
import { replaceFile } from '../../system/storage/replace-file.ts';
import type { Amendment, ProfileLook } from '../engines/engine.ts';
import { engines } from '../engines/engines.ts';
import { looksLike, type AppliedLook, type ProfileRecord, type ProfileRecords } from './profile-records.ts';

/** What a profile is to look like now. */
export interface WantedLook {
  readonly look: ProfileLook;
  readonly windowsSso: boolean;
}

export interface ProfileLooksOptions {
  readonly records: Pick<ProfileRecords, 'all' | 'put'>;
  /** Undefined for a profile whose customer or account is not known any more: it keeps its look. */
  readonly wanted: (record: ProfileRecord) => WantedLook | undefined;
  readonly platform: Platform;
}

/**
 * Gives profiles the name and the colour that their customers have now. A browser rewrites the files in question as
 * long as it runs, so a change waits until a start finds it closed.
 */
export class ProfileLooks {
  readonly #options: ProfileLooksOptions;

  constructor(options: ProfileLooksOptions) {
    this.#options = options;
  }

  /** Whether a profile still shows something else than it should. */
  isWaiting(record: ProfileRecord): boolean {
    const wanted = this.#options.wanted(record);
    return wanted !== undefined && !looksLike(record.applied, wanted.look, wanted.windowsSso);
  }

  /**
   * Applies what waits for the profiles of one data folder. Call it only while no browser runs there. A profile whose
   * files cannot be changed keeps its old look and waits on: that is no reason to open nobody.
   */
  async apply(dataFolder: string): Promise<void> {
    const waiting = this.#options.records
      .all()
      .filter((record) => record.dataFolder === dataFolder && this.isWaiting(record));
    // One after the other: they share the file that names them.
    for (const record of waiting) await this.#applyTo(record);
  }

  async #applyTo(record: ProfileRecord): Promise<void> {
    const wanted = this.#options.wanted(record);
    if (wanted === undefined) return;
    const { look, windowsSso } = wanted;
    const path = this.#options.platform === 'win32' ? win32 : posix;
    const { dataFolder, profileFolder, brand } = record;
    const place = { root: profileFolder, dataFolder, profileFolder };
    const amendments = engines[brand].amendments(path, place, brand, look, { windowsSso });
    try {
      for (const amendment of amendments) await amend(amendment);
    } catch {
      return;
    }
    const applied: AppliedLook = { name: look.name, colour: look.colour.hex, windowsSso };
    void this.#options.records.put({ ...record, applied });
  }
}

async function amend({ path, change }: Amendment): Promise<void> {
  const old = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  const changed = change(old);
  if (changed !== undefined && changed !== old) await replaceFile(path, changed);
}
