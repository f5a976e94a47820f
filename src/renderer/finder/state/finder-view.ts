import { Emitter } from '#shared/events/emitter.ts';
import type { Command, NotOpened } from '#shared/commands/command.ts';
import type { MessageKey } from '#shared/locales/messages.ts';
import type { UnnamedLink } from '#shared/portals/links/unnamed-link.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { CustomerSelection } from './selection.ts';
import { theList, type Mode } from './mode.ts';
import type { Row } from '../results/row.ts';

/** All that the finder paints besides main's status. Each change is a new value. */
export interface FinderView {
  readonly query: string;
  /** A link that waits for the user to say in which customer it opens; the query is about that customer. */
  readonly link: UnnamedLink | null;
  readonly rows: readonly Row[];
  /** How many hidden customers the query names that are not among the rows. */
  readonly hidden: number;
  /** Index of the row that Enter opens; -1 for none. */
  readonly highlighted: number;
  /** Changes when the highlighted row should be scrolled into sight. */
  readonly reveal: number;
  /** Until it has ended nothing else can be chosen. */
  readonly opening: BeingOpened | null;
  /** Why the last one could not be opened. */
  readonly problem: Problem | null;
  /** The customers, of several that were asked for, that could not be opened. */
  readonly failed: readonly NotOpened[];
  readonly mode: Mode;
  /** Grows each time the window is shown. */
  readonly showing: number;
  /** The window was just shown: what was typed last is ready to be typed over. */
  readonly fresh: boolean;
  /** Grows when the whole query is to be selected, so that the next name is typed over it. */
  readonly retype: number;
  readonly selection: CustomerSelection;
  /** The query for all that are selected, as typed so far: it stays until it has been opened in all of them. */
  readonly hunting: string;
  /** The finder stays when something is opened, until it is put away. */
  readonly pinned: boolean;
  /** The keys of the rows in sight are shown. */
  readonly numbered: boolean;
  /** What was just done, to be told in passing. */
  readonly said: Said | null;
}

/** What is being opened: one customer by name, or how many. */
export type BeingOpened = { readonly name: string } | { readonly count: number };

export interface Said {
  readonly key: MessageKey;
  readonly customer: string;
  /** What takes it back. */
  readonly undo?: Undo;
}

export type Undo =
  | { readonly kind: 'command'; readonly command: Command }
  /** The query that was there before. */
  | { readonly kind: 'query'; readonly query: string };

const atFirst: FinderView = {
  query: '',
  link: null,
  rows: [],
  hidden: 0,
  highlighted: -1,
  reveal: 0,
  opening: null,
  problem: null,
  failed: [],
  mode: theList,
  showing: 0,
  fresh: true,
  retype: 0,
  selection: [],
  hunting: '',
  pinned: false,
  numbered: false,
  said: null,
};

/** The one view there is, and who paints it. */
export class ViewStore {
  readonly #changes = new Emitter();
  #view = atFirst;

  get(): FinderView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    return this.#changes.on(listener);
  }

  /** With `reveal` the highlighted row is scrolled into sight. */
  become(change: Partial<FinderView>, reveal = false): void {
    this.#view = { ...this.#view, ...change, reveal: this.#view.reveal + (reveal ? 1 : 0) };
    this.#changes.tell();
  }
}
