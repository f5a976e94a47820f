import type { AnnotationChange } from '#shared/customer/customer.ts';

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

  /** True when a row before has the same key. */
  add(row: R): boolean {
    const key = this.#keyOf(row);
    const first = this.#merged.get(key);
    if (first === undefined) {
      this.#merged.set(key, { row, domains: new Set(allDomains(row)) });
      return false;
    }
    const annotation = { ...row.annotation, ...first.row.annotation };
    first.row = { ...row, ...first.row, ...(Object.keys(annotation).length > 0 && { annotation }) };
    for (const domain of allDomains(row)) first.domains.add(domain);
    return true;
  }

  /** In the order in which their keys came first; the default domains stand among the others. */
  *each(): Generator<R> {
    for (const { row, domains } of this.#merged.values()) yield { ...row, domains: [...domains] };
  }

  get rows(): R[] {
    return [...this.each()];
  }
}

/** The default domain first. */
function allDomains(row: Row): readonly string[] {
  return row.defaultDomain === undefined ? row.domains : [row.defaultDomain, ...row.domains];
}
