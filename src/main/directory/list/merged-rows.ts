import type { AnnotationChange } from '../../../shared/customer.ts';

interface Row {
  readonly defaultDomain?: string;
  readonly domains: readonly string[];
  readonly annotation?: AnnotationChange;
}

/** Gathers rows; those with one key become one: what is said first wins, no domain is lost. */
export class MergedRows<R extends Row> {
  readonly #keyOf: (row: R) => string;
  readonly #merged = new Map<string, { row: R; readonly domains: Set<string> }>();

  constructor(keyOf: (row: R) => string) {
    this.#keyOf = keyOf;
  }

  add(row: R): void {
    const key = this.#keyOf(row);
    const first = this.#merged.get(key);
    if (first === undefined) {
      this.#merged.set(key, { row, domains: new Set(allDomains(row)) });
      return;
    }
    const annotation = { ...row.annotation, ...first.row.annotation };
    first.row = { ...row, ...first.row, ...(Object.keys(annotation).length > 0 && { annotation }) };
    for (const domain of allDomains(row)) first.domains.add(domain);
  }

  /** In the order in which their keys came first; the default domains stand among the others. */
  get rows(): R[] {
    return [...this.#merged.values()].map(({ row, domains }) => ({ ...row, domains: [...domains] }));
  }
}

/** The default domain first. */
function allDomains(row: Row): readonly string[] {
  return row.defaultDomain === undefined ? row.domains : [row.defaultDomain, ...row.domains];
}
