import { inSlices } from '../../system/process/in-slices.ts';
import type { Directory } from '../store/directory.ts';
import { KnownNames } from '../merge/known-names.ts';
import { holdBack, type Sifted } from './hold-back.ts';
import type { SharedListRecord } from './shared-list-store.ts';

type Known = Pick<Directory, 'observations' | 'annotations' | 'settledRevision'>;

/**
 * Tells what of a record may come onto the list: see `holdBack`. Of 10,000 rows that is work for a sixth of a second, so
 * it is done in slices, and once for each record and state of the directory.
 */
export class Sieve {
  readonly #directory: Known;
  #last:
    { readonly record: SharedListRecord; readonly revision: number; readonly sifted: Sifted } | undefined;

  constructor(directory: Known) {
    this.#directory = directory;
  }

  /** Decides by what is known when it settles: a name that became known meanwhile counts. */
  async sift(record: SharedListRecord): Promise<Sifted> {
    for (;;) {
      const revision = this.#directory.settledRevision;
      if (this.#last?.record === record && this.#last.revision === revision) return this.#last.sifted;
      const sifted = await holdBack(record.rows, await this.#known(), new Set(record.refused));
      this.#last = { record, revision, sifted };
    }
  }

  async #known(): Promise<KnownNames> {
    const known = new KnownNames();
    // Both as they are now: see `settledRevision`.
    const annotations = this.#directory.annotations();
    for (const { customers } of this.#directory.observations())
      await inSlices(customers, ({ tenantId, name, defaultDomain, domains }) =>
        known.add({
          tenantId,
          names: name === undefined ? [] : [name],
          domains: defaultDomain === undefined ? domains : [defaultDomain, ...domains],
        }),
      );
    await inSlices(annotations, ([tenantId, { name, aliases }]) =>
      known.add({
        tenantId,
        names: [...(name === undefined ? [] : [name]), ...(aliases ?? [])],
        domains: [],
      }),
    );
    return known;
  }
}
