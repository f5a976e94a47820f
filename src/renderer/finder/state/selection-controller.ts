import type { Command, NotOpened } from '#shared/commands/command.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { ActionEffect, SelectionEffect } from './actions.ts';
import type { BeingOpened, ViewStore } from './finder-view.ts';
import { mostUnasked, toggled } from './selection.ts';
import { theList, type Mode, type Question } from './mode.ts';
import { huntOf, unnamedLinkOf } from '../results/row.ts';

/** What opens in all that are selected. */
type ForAll = Pick<Extract<Question, { about: 'many' }>, 'hunting' | 'indicator' | 'link'>;

export interface SelectionOptions {
  /** Asks main to open something, and waits for how it went. */
  readonly ask: (command: Command, opening: BeingOpened) => Promise<void>;
  /** Puts something else in the place of the list. */
  readonly enter: (mode: Mode) => void;
  /** Leads to where the access to customers is checked. */
  readonly check: (tenantIds: readonly TenantId[]) => Promise<void>;
}

/** What the finder does with the customers that are selected. */
export class SelectionController {
  readonly #store: ViewStore;
  readonly #options: SelectionOptions;

  constructor(store: ViewStore, options: SelectionOptions) {
    this.#store = store;
    this.#options = options;
  }

  toggle(tenantId: TenantId): void {
    const { selection: before, retype } = this.#store.get();
    const selection = toggled(before, tenantId);
    this.#store.become({ selection, mode: theList, said: null, retype: retype + 1 });
  }

  /** Deselects one, wherever the selected are shown; without any left that place has no reason to stay. */
  deselect(tenantId: TenantId): void {
    const selection = this.#store.get().selection.filter((selected) => selected !== tenantId);
    if (selection.length === 0) this.clear();
    else this.#store.become({ selection });
  }

  clear(): void {
    this.#store.become({ selection: [], mode: theList }, true);
  }

  /** Opens all, in the order in which they were selected; many only after a question. */
  async open(): Promise<void> {
    const { highlighted, link, rows } = this.#store.get();
    const waiting = link?.text ?? unnamedLinkOf(rows);
    if (waiting !== undefined) return this.#openAsked({ link: waiting });
    const target = rows[highlighted]?.target;
    await this.#openAsked(target?.kind === 'indicator' ? { indicator: target.indicator } : {});
  }

  /** Asks for the query for all of them: the one that is highlighted, unless another is being written. */
  hunt(): void {
    const { highlighted, hunting, selection, rows } = this.#store.get();
    if (selection.length === 0) return;
    const row = rows[highlighted];
    const named = row === undefined ? undefined : huntOf(row);
    if (named !== undefined && hunting.trim() === '') this.writeHunting(named);
    this.#options.enter({ kind: 'hunting' });
  }

  writeHunting(hunting: string): void {
    this.#store.become({ hunting });
  }

  async openHunting(): Promise<void> {
    await this.#openAsked({ hunting: this.#store.get().hunting });
  }

  async check(): Promise<void> {
    await this.#options.check(this.#store.get().selection);
  }

  /** Does what an action about the selection comes down to; `tenantId` is the highlighted customer. */
  async perform(
    what: Extract<ActionEffect, { kind: 'selection' }>['what'],
    tenantId: TenantId,
  ): Promise<void> {
    return what === 'toggle' ? this.toggle(tenantId) : this.performForAll(what);
  }

  /** Does what an action about all selected customers comes down to. */
  async performForAll(what: SelectionEffect): Promise<void> {
    switch (what) {
      case 'open':
        return this.open();
      case 'hunt':
        return this.hunt();
      case 'check':
        return this.check();
      case 'clear':
        return this.clear();
    }
  }

  /** Opens all, unasked. With `hunting` that query, with `indicator` its page, with `link` that link, else the portal. */
  openMany({ hunting, indicator, link }: ForAll): Promise<void> {
    const { selection } = this.#store.get();
    const what =
      hunting === undefined
        ? ({
            page: 'defender',
            ...(indicator && { indicator }),
            ...(link !== undefined && { link }),
          } as const)
        : ({ page: 'hunting', hunting } as const);
    return this.#options.ask(
      { kind: 'openMany', tenantIds: selection, ...what },
      { count: selection.length },
    );
  }

  /** Those that could not be opened stay selected: once what stands in the way has gone, they are opened again. */
  opened(asked: Command, failed: readonly NotOpened[]): void {
    const { hunting } = this.#store.get();
    const isDone = failed.length === 0 && asked.kind === 'openMany' && asked.hunting === hunting;
    this.#store.become({
      failed,
      selection: failed.map(({ tenantId }) => tenantId),
      hunting: isDone ? '' : hunting,
      // Main keeps it in front: the windows of the others come up meanwhile.
      ...(failed.length > 0 && { pinned: true }),
    });
  }

  async #openAsked(what: ForAll): Promise<void> {
    const { length } = this.#store.get().selection;
    if (length === 0) return;
    if (length <= mostUnasked) return this.openMany(what);
    this.#options.enter({ kind: 'question', question: { about: 'many', ...what } });
  }
}
