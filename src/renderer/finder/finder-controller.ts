import type { Command, CommandOutcome } from '../../shared/command.ts';
import { readReference } from '../../shared/portals/read-reference.ts';
import type { Problem } from '../../shared/problem.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import { shortReference } from '../ui/short-reference.ts';
import { move, type Motion } from './motion.ts';
import type { Lookup, Row } from './results.ts';
import { obstacleOf, openCommand, rowKey } from './row-target.ts';

/** All that the finder paints besides main's status. Each change is a new value. */
export interface FinderView {
  readonly query: string;
  readonly rows: readonly Row[];
  /** Index of the row that Enter opens; -1 for none. */
  readonly highlighted: number;
  /** Changes when the highlighted row should be scrolled into sight. */
  readonly reveal: number;
  /** The row that is being opened; until that has ended nothing else can be chosen. */
  readonly opening: Row | null;
  /** Why the last one could not be opened. */
  readonly problem: Problem | null;
  /** The customer whose details stand in the place of the list; null while the list is there. */
  readonly details: TenantId | null;
}

type Run = (command: Command) => Promise<CommandOutcome>;

/**
 * What the finder does, without its looks. The rule that everything here serves: only the user moves the highlight
 * onto a customer. A list that changes under the user's hands may move rows or take the highlight away, never put it
 * elsewhere, so that Enter opens what was highlighted when it was pressed, or nothing.
 */
export class FinderController {
  readonly #run: Run;
  readonly #listeners = new Set<() => void>();
  #lookup: Lookup | null = null;
  /** Grows each time the window is shown: what was being opened before no longer holds anything up. */
  #showing = 0;
  #view: FinderView = {
    query: '',
    rows: [],
    highlighted: -1,
    reveal: 0,
    opening: null,
    problem: null,
    details: null,
  };

  constructor(run: Run) {
    this.#run = run;
  }

  get(): FinderView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The list, or what is known of its use, has changed. */
  look(lookup: Lookup): void {
    const isFirst = this.#lookup === null;
    this.#lookup = lookup;
    if (this.#view.opening !== null) return;
    const rows = lookup(this.#view.query);
    // Before the first list nothing was there to be highlighted: what now appears is as if just typed.
    const highlighted = isFirst ? firstOf(rows) : indexOf(rows, this.#highlightedRow());
    this.#become({ rows, highlighted });
  }

  type(query: string): void {
    if (this.#view.opening !== null) return;
    const rows = this.#lookup?.(query) ?? [];
    this.#become({ query, rows, highlighted: firstOf(rows), problem: null }, true);
  }

  /** The window was shown: start over, with what was typed last or with nothing. A failure nobody has seen yet stays. */
  shown(keepQuery: boolean): void {
    const { problem, query } = this.#view;
    this.#showing += 1;
    this.#become({ opening: null });
    this.type(keepQuery || problem !== null ? query : '');
    this.#become({ problem });
  }

  /** Puts the customer that the query names, but the list has not, on the list. */
  async add(): Promise<void> {
    const { query } = this.#view;
    const outcome = await this.#run({ kind: 'addCustomer', reference: shortReference(query) });
    if (this.#view.query !== query) return;
    if (outcome.ok) this.type(query);
    else this.#become({ problem: outcome.error });
  }

  /** Shows what the user wrote about the highlighted customer. It stays until it is left, however often the window goes. */
  showDetails(): void {
    const row = this.#highlightedRow();
    if (row !== undefined && this.#view.opening === null)
      this.#become({ details: row.customer.tenantId, problem: null });
  }

  leaveDetails(): void {
    this.#become({ details: null }, true);
  }

  /** Escape. */
  hide(): void {
    this.#become({ problem: null });
    void this.#run({ kind: 'hideFinder' });
  }

  move(motion: Motion): void {
    const { rows, highlighted, opening } = this.#view;
    if (opening !== null) return;
    this.#become({ highlighted: move(motion, highlighted, rows.length) }, true);
  }

  /** The pointer is on the row with this key. */
  point(key: string): void {
    const highlighted = this.#view.rows.findIndex((row) => rowKey(row) === key);
    if (this.#view.opening === null && highlighted >= 0 && highlighted !== this.#view.highlighted)
      this.#become({ highlighted });
  }

  /** Enter: opens what is highlighted now. */
  async open(): Promise<void> {
    const { opening, query } = this.#view;
    if (opening !== null) return;
    const row = this.#highlightedRow();
    if (row === undefined) return this.#enterWithoutRow();
    const obstacle = obstacleOf(row);
    if (obstacle !== null) return this.#become({ problem: obstacle });
    const showing = this.#showing;
    this.#become({ opening: row, problem: null });
    let outcome: CommandOutcome | undefined;
    try {
      outcome = await this.#run(openCommand(row, query));
    } finally {
      if (showing === this.#showing) this.#become({ opening: null });
      // What the list became meanwhile is looked at only now.
      if (this.#lookup !== null) this.look(this.#lookup);
    }
    if (!outcome.ok) this.#become({ problem: outcome.error });
    // The next customer is another one: the query has done its work.
    else if (showing === this.#showing) this.type('');
  }

  /** Without a highlight Enter opens nothing: it highlights the first row, or adds the tenant that is not listed. */
  async #enterWithoutRow(): Promise<void> {
    const { query, rows } = this.#view;
    if (rows.length > 0) this.move('first');
    else if (readReference(query).ok) await this.add();
  }

  #highlightedRow(): Row | undefined {
    return this.#view.rows[this.#view.highlighted];
  }

  #become(change: Partial<FinderView>, reveal = false): void {
    this.#view = { ...this.#view, ...change, reveal: this.#view.reveal + (reveal ? 1 : 0) };
    for (const listener of this.#listeners) listener();
  }
}

function firstOf(rows: readonly Row[]): number {
  return rows.length > 0 ? 0 : -1;
}

function indexOf(rows: readonly Row[], wanted: Row | undefined): number {
  return wanted === undefined ? -1 : rows.findIndex((row) => rowKey(row) === rowKey(wanted));
}
