import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { MessageKey } from '#shared/locales/messages.ts';
import type { PageId } from '#shared/portals/page.ts';
import type { UnnamedLink } from '#shared/portals/links/unnamed-link.ts';
import { selectionIn } from '#shared/portals/links/selection-link.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { isNobody } from '#shared/customer/nobody.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { SettingsPlace } from '../../ui/settings-place.ts';
import { referenceIn, shortReference } from '../../ui/short-reference.ts';
import type { ActionEffect } from './actions.ts';
import { Drafts } from './drafts.ts';
import { ViewStore, type FinderView, type BeingOpened } from './finder-view.ts';
import { SelectionController } from './selection-controller.ts';
import { outlasts, theList, type Mode } from './mode.ts';
import { move, type Motion } from './motion.ts';
import type { Lookup } from '../results/results.ts';
import { type Row, pageIdOf, leadOf, obstacleOf, openCommand, rowKey, type Lead } from '../results/row.ts';
import { Reading } from './reading.ts';
import { shownRows } from './virtual-window.ts';

type Run = (command: Command) => Promise<CommandOutcome>;

/** How many hidden customers a query names that are not among its rows. */
export type HiddenMatches = (query: string, rows: readonly Row[]) => number;

/** What the controller needs to know of the window, its settings and its storage. */
export interface FinderOptions {
  /** Which page Enter opens for a customer, where that is not the portal's first. */
  readonly pageOf: (customer: Customer) => PageId | undefined;
  readonly chooseForHelp: (tenantIds: readonly TenantId[]) => void;
  readonly leadTo: (place: SettingsPlace, wanted?: PageId) => void;
  /** Milliseconds of a clock that nobody sets. */
  readonly now: () => number;
  /** The link in a text in which nothing names a tenant. */
  readonly unnamedLink: (text: string) => UnnamedLink | undefined;
  readonly listed: (tenantId: TenantId) => boolean;
  /** The finder goes once something has been copied. */
  readonly hidesAfterCopy: () => boolean;
}

const noOptions: FinderOptions = {
  pageOf: () => undefined,
  chooseForHelp: () => undefined,
  leadTo: () => undefined,
  now: () => performance.now(),
  listed: () => true,
  unnamedLink: () => undefined,
  hidesAfterCopy: () => false,
};

/**
 * What the finder does, without its looks. The rule that everything here serves: only the user moves the highlight
 * onto a customer. A list that changes under the user's hands may move rows or take the highlight away, never put it
 * elsewhere, so that Enter opens what was highlighted when it was pressed, or nothing.
 */
export class FinderController {
  /** What was typed about customers and is not saved yet. */
  readonly drafts = new Drafts();
  readonly selection: SelectionController;
  readonly #run: Run;
  readonly #options: FinderOptions;
  readonly #store = new ViewStore();
  readonly #reading: Reading;
  /** Asks again for what failed last. */
  /** Typed while a customer opened. */
  #ahead = '';
  #again: (() => Promise<void>) | undefined;
  #lookup: Lookup | null = null;
  #hiddenMatches: HiddenMatches = () => 0;
  /** The customer of the open panel, if only a guess found it. */
  #guessed: Customer | undefined;
  /** The problem that was there when the window was last shown. */
  #seen: Problem | null = null;
  /** Index of the first row in sight. */
  #firstInSight = 0;
  /** How many rows Page Down moves by. */
  #page: number = shownRows.usual;

  constructor(run: Run, options: Partial<FinderOptions> = {}) {
    this.#options = { ...noOptions, ...options };
    this.#reading = new Reading(this.#options.now);
    this.#run = run;
    this.selection = new SelectionController(this.#store, {
      ask: (command, opening) => this.ask(command, opening),
      enter: (mode) => this.enter(mode),
      check: (tenantIds) => this.#check(tenantIds),
    });
  }

  get(): FinderView {
    return this.#store.get();
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** The list, or what is known of its use, has changed. */
  searchWith(lookup: Lookup, hiddenMatches: HiddenMatches = this.#hiddenMatches): void {
    const isFirst = this.#lookup === null;
    this.#lookup = lookup;
    this.#hiddenMatches = hiddenMatches;
    if (this.#view.opening !== null) return;
    const rows = lookup(this.#view.query, this.#view.selection, this.#view.link);
    // Before the first list nothing was there to be highlighted: what now appears is as if just typed.
    const highlighted = isFirst ? firstOf(rows) : indexOf(rows, this.highlightedRow());
    this.#become({ rows, highlighted, hidden: this.#hiddenMatches(this.#view.query, rows) });
  }

  /** What a query would list. */
  readonly find: Lookup = (query, selection, link) => this.#lookup?.(query, selection, link) ?? [];

  type(query: string): void {
    if (this.#view.opening === null) this.#search(query, this.#view.link);
  }

  /**
   * What is typed while a customer opens and the finder stays: the next one's name, of which nothing may be lost. True where it is
   * kept until the query is free. `key`: a letter, or `Backspace`.
   */
  typeAhead(key: string): boolean {
    if (this.#view.opening === null || !this.#view.pinned) return false;
    this.#ahead = key === 'Backspace' ? this.#ahead.slice(0, -1) : this.#ahead + key;
    return true;
  }

  /**
   * A whole query that came by pasting; true where it holds a link that names no tenant, which is kept beside the query, or
   * links that select customers.
   */
  paste(text: string): boolean {
    const selected = this.#view.opening === null ? selectionIn(text) : undefined;
    const listed = selected?.filter(this.#options.listed);
    if (selected !== undefined && listed !== undefined && listed.length > 0) {
      this.select(listed, selected.length - listed.length);
      return true;
    }
    const link = this.#view.opening === null ? this.#options.unnamedLink(text) : undefined;
    if (link === undefined) return false;
    this.#search(link.words, link);
    return true;
  }

  /**
   * These customers are selected, and nobody else; so many others that were named are not on the list. SECURITY: nothing
   * opens, whoever names them.
   */
  select(tenantIds: readonly TenantId[], unlisted: number): void {
    if (this.#view.opening !== null) return;
    const { mode, retype } = this.#view;
    this.#search('', null);
    this.#become({
      selection: tenantIds,
      // What is about one customer stays in front of them. SECURITY: a query for all that are selected does not: nobody runs
      // it at others than those whom they selected for it. Its text is kept.
      mode: mode.kind === 'details' || mode.kind === 'instruction' ? mode : theList,
      retype: retype + 1,
      problem: unlisted === 0 ? null : problem('selection-unlisted', { count: String(unlisted) }),
    });
  }

  /** The link that waited for its customer is no longer wanted. */
  dropLink(): void {
    if (this.#view.opening === null) this.#search(this.#view.query, null);
  }

  #search(query: string, link: UnnamedLink | null): void {
    const rows = this.#lookup?.(query, this.#view.selection, link) ?? [];
    const highlighted = firstOf(rows);
    const hidden = link === null ? this.#hiddenMatches(query, rows) : 0;
    this.#become({ query, link, rows, highlighted, hidden, problem: null, failed: [], said: null }, true);
  }

  /** The window was shown: start over, with what was typed last or with nothing. A failure nobody has seen yet stays. */
  shown(keepQuery: boolean): void {
    const { failed, mode, query } = this.#view;
    const problem = this.#view.problem === this.#seen ? null : this.#view.problem;
    this.#seen = problem;
    this.#reading.painted(null);
    this.#become({
      showing: this.#view.showing + 1,
      opening: null,
      pinned: false,
      numbered: false,
      fresh: true,
      mode: outlasts(mode) ? mode : theList,
    });
    const kept = keepQuery || problem !== null;
    this.#search(kept ? query : '', kept ? this.#view.link : null);
    this.#become({ problem, failed });
  }

  /** The user has left the computer: what was typed, selected and told goes. What is written about a customer stays. */
  forget(): void {
    this.#become({ opening: null, mode: theList, problem: null, failed: [], said: null, selection: [] });
    this.type('');
  }

  /** Puts the customer that the query names, but the list has not, on the list. */
  async add(): Promise<void> {
    const { query } = this.#view;
    const outcome = await this.#run({ kind: 'addCustomer', reference: shortReference(query) });
    if (this.#view.query !== query) return;
    if (outcome.ok) this.type(query);
    else this.#become({ problem: outcome.error });
  }

  /** Puts something else in the place of the list. */
  enter(mode: Mode): void {
    if (this.#view.opening !== null) return;
    if (this.#view.mode.kind === 'list') this.#guessed = guessedBy(this.highlightedRow());
    this.#become({ mode, fresh: false, problem: null, failed: [], said: null, numbered: false });
  }

  /** Back to the list. */
  leave(): void {
    const { mode } = this.#view;
    this.#become({ mode: mode.kind === 'keys' ? mode.back : theList }, true);
  }

  /** Back to the list, which says so where something typed stays unsaved. */
  leaveDetails({ name, tenantId }: Pick<Customer, 'name' | 'tenantId'>): void {
    this.leave();
    if (this.drafts.has(tenantId)) this.#become({ said: { key: 'details.kept', customer: name } });
  }

  /** The highlighted customer's pages; false where nobody is highlighted. */
  showPages(): boolean {
    const row = this.highlightedCustomerRow();
    if (row === undefined) return false;
    this.enter({ kind: 'pages', tenantId: row.customer.tenantId });
    return true;
  }

  /** What can be done with the highlighted customer; where nobody is highlighted, with those that are selected. */
  showActions(): void {
    const row = this.highlightedCustomerRow();
    if (row !== undefined)
      this.enter({
        kind: 'actions',
        tenantId: row.customer.tenantId,
        page: this.pageIdOf(row),
      });
    else if (this.#view.selection.length > 0) this.enter({ kind: 'selected' });
  }

  /** Every key there is. */
  showKeys(): void {
    const { mode } = this.#view;
    if (mode.kind !== 'keys') this.enter({ kind: 'keys', back: mode });
  }

  showSettings(page?: SettingsPage): void {
    void this.#showSettings(page);
  }

  /** Empties the query; an undo brings it back. */
  clearQuery(): void {
    const { link, opening, query } = this.#view;
    if (opening !== null || query === '') return;
    this.#search('', link);
    this.#become({ said: { key: 'finder.cleared', customer: '', undo: { kind: 'query', query } } });
  }

  /** Takes back what was just done, where that can be; false where nothing can. */
  undo(): boolean {
    const { opening, said } = this.#view;
    if (said?.undo === undefined || opening !== null) return false;
    if (said.undo.kind === 'query') this.#search(said.undo.query, this.#view.link);
    else void this.#do(said.undo.command, 'finder.undone', said.customer);
    return true;
  }

  /** Escape in the list: first of all what is selected is let go. */
  escape(): void {
    if (this.#view.link !== null) this.dropLink();
    else if (this.#view.selection.length > 0) this.selection.clear();
    else this.hide();
  }

  hide(): void {
    this.#become({ problem: null, failed: [], pinned: false, said: null });
    void this.#run({ kind: 'hideFinder' });
  }

  move(motion: Motion): void {
    const { rows, highlighted, opening } = this.#view;
    if (opening !== null) return;
    this.#become({ highlighted: move(motion, highlighted, rows.length, this.#page), said: null }, true);
  }

  /** The pointer is on the row with this key. */
  point(key: string): void {
    const highlighted = this.#view.rows.findIndex((row) => rowKey(row) === key);
    if (this.#view.opening === null && highlighted >= 0 && highlighted !== this.#view.highlighted)
      this.#become({ highlighted, said: null });
  }

  /** A click on the row with this key opens it. */
  async click(key: string): Promise<void> {
    this.point(key);
    const row = this.highlightedRow();
    if (row === undefined || rowKey(row) !== key) return;
    this.#reading.pointed(row.customer.tenantId);
    await this.open();
  }

  /** Which row is the first in sight, the one that Ctrl+1 opens, and how many rows a page has. */
  sees(firstInSight: number, page: number = shownRows.usual): void {
    this.#firstInSight = firstInSight;
    this.#page = page;
  }

  /** The key is held with which a digit opens a row. */
  number(numbered: boolean): void {
    if (this.#view.numbered !== numbered) this.#become({ numbered });
  }

  /** Ctrl+1 to Ctrl+9: opens that row of those in sight. */
  async openNth(nth: number): Promise<void> {
    const row = this.#view.rows[this.#firstInSight + nth - 1];
    if (row === undefined || this.#view.opening !== null) return;
    this.point(rowKey(row));
    await this.open();
  }

  /** Enter: opens what is highlighted now. With `pin` the finder stays. */
  async open(pin = false): Promise<void> {
    const { opening, query } = this.#view;
    if (opening !== null) return;
    const row = this.highlightedRow();
    if (row === undefined) return this.#enterWithoutRow();
    const lead = leadOf(row);
    if (lead !== undefined) return this.#follow(lead);
    const obstacle = obstacleOf(row);
    if (obstacle !== null) return this.#become({ problem: obstacle });
    await this.ask(openCommand(row, query, this.pageIdOf(row)), { name: row.customer.name }, pin);
  }

  /** Asks main to open something, and waits for how it went. */
  async ask(command: Command, opening: BeingOpened, pin = false): Promise<void> {
    if (this.#view.opening !== null) return;
    const unread = command.kind === 'open' && this.#unread(command.tenantId);
    if (unread) return this.#become({ said: { key: 'finder.enterAgain', customer: unread.name } });
    const { showing } = this.#view;
    if (pin) void this.#run({ kind: 'pinFinder' });
    const pinned = pin || this.#view.pinned;
    this.#ahead = '';
    this.#become({ opening, problem: null, failed: [], said: null, mode: theList, pinned, numbered: false });
    let outcome: CommandOutcome | undefined;
    try {
      outcome = await this.#run(command);
    } finally {
      // What was being opened before the window came back no longer holds anything up.
      if (showing === this.#view.showing) this.#become({ opening: null });
      // What the list became meanwhile is looked at only now.
      if (this.#lookup !== null) this.searchWith(this.#lookup, this.#hiddenMatches);
    }
    this.#again = outcome.ok ? undefined : () => this.ask(command, opening, pin);
    if (!outcome.ok) this.#refused(command, outcome.error);
    else {
      const { value } = outcome;
      // The next customer is another one: the query has done its work, and the link where nobody is left to open it in.
      const isLeft = value.kind === 'openedMany' && value.failed.length > 0;
      if (showing === this.#view.showing) this.#search(this.#ahead, isLeft ? this.#view.link : null);
      if (value.kind === 'openedMany') this.selection.opened(command, value.failed);
    }
  }

  /** What was asked for elsewhere, by a key or the tray, did not work. What is being written stays in front of it. */
  tell(problem: Problem): void {
    const { mode } = this.#view;
    const isLink = problem.kind === 'link-unknown' || problem.kind === 'link-customer-unnamed';
    if (isLink && problem.values.link !== undefined && !outlasts(mode) && this.paste(problem.values.link)) {
      this.#become({ mode: theList });
      return;
    }
    this.#again = undefined;
    this.#become({ problem, failed: [], said: null, mode: outlasts(mode) ? mode : theList });
  }

  /** Main wants an instruction read before this is done, whoever asked for it. */
  instruct(asked: Command): void {
    const tenantId = asked.kind === 'open' ? asked.tenantId : undefined;
    if (tenantId !== undefined)
      this.#become({ mode: { kind: 'instruction', tenantId, asked }, problem: null });
    // A link tells whose it is only when it is read: by being asked for here, its refusal names the customer.
    else void this.ask(asked, { count: 1 });
  }

  /** The instruction was read as it stood: what was asked is done now. */
  async acknowledge(text: string, name: string): Promise<void> {
    const { mode } = this.#view;
    if (mode.kind !== 'instruction') return;
    const { asked, tenantId } = mode;
    this.leave();
    const kept = await this.#run({ kind: 'acknowledgeInstruction', tenantId, text });
    if (!kept.ok) this.#become({ problem: kept.error });
    // It holds until Tidegate ends, even where it could not be written down.
    await this.ask(asked, { name });
  }

  /** Yes to what was asked. */
  async answer(): Promise<void> {
    const { mode } = this.#view;
    if (mode.kind !== 'question') return;
    await this.selection.openMany(mode.question);
  }

  /** No to what was asked: back to where it came from. */
  refuse(): void {
    const { mode } = this.#view;
    const isHunt = mode.kind === 'question' && mode.question.hunting !== undefined;
    if (isHunt) this.selection.hunt();
    else this.leave();
  }

  /** Selects the highlighted customer, or deselects it. */
  toggleSelected(): void {
    const row = this.highlightedCustomerRow();
    if (row !== undefined && this.#view.opening === null) this.selection.toggle(row.customer.tenantId);
  }

  /** A customer was removed: that can be taken back until Tidegate ends. */
  removed({ name, tenantId }: Pick<Customer, 'name' | 'tenantId'>): void {
    const undo = { kind: 'command', command: { kind: 'restoreCustomer', tenantId } } as const;
    this.#become({ mode: theList, said: { key: 'details.forgotten', customer: name, undo } });
  }

  /** What failed last can be asked for again. */
  get canRetry(): boolean {
    return this.#again !== undefined && this.#view.opening === null;
  }

  retry(): void {
    const again = this.#again;
    this.#again = undefined;
    if (this.#view.opening === null) void again?.();
  }

  /** Does what an action comes down to. */
  async perform(
    effect: ActionEffect,
    { name, tenantId }: Pick<Customer, 'name' | 'tenantId'>,
  ): Promise<void> {
    if (this.#view.opening !== null) return;
    switch (effect.kind) {
      case 'run':
        return this.#do(effect.command, effect.said, name, effect.undo);
      case 'open':
        return this.ask(effect.command, { name });
      case 'row':
        return this.#openRow(tenantId, name);
      case 'enter':
        return this.enter(effect.mode);
      case 'check':
        return this.#check([tenantId]);
      case 'selection':
        return this.selection.perform(effect.what, tenantId);
    }
  }

  /** What Enter in the list does for this customer, if its row is still the one that is highlighted. */
  async #openRow(tenantId: TenantId, name: string): Promise<void> {
    this.leave();
    const row = this.highlightedCustomerRow();
    if (row?.customer.tenantId === tenantId) return this.open();
    await this.ask({ kind: 'open', tenantId, page: 'defender' }, { name });
  }

  /** This customer's name has just been painted, highlighted in the list or above what stands in its place. */
  painted(tenantId: TenantId | null): void {
    this.#reading.painted(tenantId);
  }

  highlightedRow(): Row | undefined {
    return this.#view.rows[this.#view.highlighted];
  }

  /** The same, where it is about a customer: nothing can be done about anybody else. */
  highlightedCustomerRow(): Row | undefined {
    const row = this.highlightedRow();
    return row === undefined || isNobody(row.customer) ? undefined : row;
  }

  /** The page that Enter opens for a row. */
  pageIdOf(row: Row): PageId {
    return pageIdOf(row) ?? this.#options.pageOf(row.customer) ?? 'defender';
  }

  /** A tenant is asked only by a press in the help itself, where it is told what that does. */
  async #check(tenantIds: readonly TenantId[]): Promise<void> {
    if (tenantIds.length === 0) return;
    this.#options.chooseForHelp(tenantIds);
    this.leave();
    await this.#showSettings('help');
  }

  async #follow({ page, place, wanted }: Lead): Promise<void> {
    this.#options.leadTo(place, wanted);
    await this.#showSettings(page);
  }

  async #showSettings(page?: SettingsPage): Promise<void> {
    const shown = await this.#run({ kind: 'showSettings', ...(page && { page }) });
    if (!shown.ok) this.#become({ problem: shown.error });
  }

  /** SECURITY: a customer whom only a guess has found is opened by nobody who had no time to read the name. */
  #unread(tenantId: TenantId): Customer | undefined {
    const guessed = this.#view.mode.kind === 'list' ? guessedBy(this.highlightedRow()) : this.#guessed;
    return guessed?.tenantId === tenantId && !this.#reading.wasTimeFor(tenantId) ? guessed : undefined;
  }

  #refused(asked: Command, error: Problem): void {
    // Who says no knows it.
    if (error.kind === 'cancelled') return;
    if (error.kind !== 'instruction-unread') this.#become({ problem: error });
    else this.#become({ mode: { kind: 'instruction', tenantId: error.values.tenantId, asked } });
  }

  /** Does something that opens nothing; then the list is back. */
  async #do(command: Command, key: MessageKey, customer: string, undo?: Command): Promise<void> {
    this.leave();
    const outcome = await this.#run(command);
    this.#again = outcome.ok ? undefined : () => this.#do(command, key, customer, undo);
    if (outcome.ok) {
      const back = undo && ({ kind: 'command', command: undo } as const);
      this.#become({ said: { key, customer, ...(back && { undo: back }) } });
      if (command.kind === 'copy' && !this.#view.pinned && this.#options.hidesAfterCopy()) this.hide();
    } else if (outcome.error.kind !== 'cancelled') this.#become({ problem: outcome.error });
  }

  /** Without a highlight Enter opens nothing: it highlights the first row, or adds the tenant that is not listed. */
  async #enterWithoutRow(): Promise<void> {
    const { query, rows } = this.#view;
    if (rows.length > 0) this.move('first');
    else if (referenceIn(query) !== undefined) await this.add();
  }

  get #view(): FinderView {
    return this.#store.get();
  }

  #become(change: Partial<FinderView>, reveal = false): void {
    this.#store.become(change, reveal);
  }
}

function guessedBy(row: Row | undefined): Customer | undefined {
  return row?.isGuess ? row.customer : undefined;
}

/** Nobody where a text names several: Enter must not choose for the user. */
function firstOf(rows: readonly Row[]): number {
  return rows.length > 0 && rows[0]?.sign !== 'candidate' ? 0 : -1;
}

function indexOf(rows: readonly Row[], wanted: Row | undefined): number {
  return wanted === undefined ? -1 : rows.findIndex((row) => rowKey(row) === rowKey(wanted));
}
