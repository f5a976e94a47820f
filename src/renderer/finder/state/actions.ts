import type { Command } from '#shared/commands/command.ts';
import type { CopiedText } from '#shared/commands/copied-text.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { CustomerIncidents } from '#shared/incidents/incidents.ts';
import type { HandOver } from '#shared/journal/shift.ts';
import type { MessageKey } from '#shared/locales/messages.ts';
import { isSample } from '#shared/customer/samples.ts';
import type { PageId } from '#shared/portals/page.ts';
import type { Draft } from './draft.ts';
import type { CustomerSelection } from './selection.ts';
import { chordOf, type Chord, type Press } from '../../ui/keyboard.ts';
import type { Mode } from './mode.ts';

/** What an action comes down to. */
export type ActionEffect =
  /** Asks main for something, and tells that it was done. */
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly said: MessageKey;
      /** What takes it back. */
      readonly undo?: Command;
    }
  /** What Enter does in the list. */
  | { readonly kind: 'row' }
  | { readonly kind: 'open'; readonly command: Extract<Command, { kind: 'open' }> }
  | { readonly kind: 'enter'; readonly mode: Mode }
  /** Leads to where the access to this customer is checked. */
  | { readonly kind: 'check' }
  | { readonly kind: 'selection'; readonly what: 'toggle' | SelectionEffect };

/** What is done with all customers that are selected. */
export type SelectionEffect = 'open' | 'hunt' | 'check' | 'clear';

/** The customer and the page that an action is about. */
export interface Subject {
  readonly customer: Customer;
  /** The page that is highlighted, or the portal's first. */
  readonly page: PageId;
  /** How many are selected, and whether this one is. */
  readonly selectedCount: number;
  readonly isSelected: boolean;
  /** Customers' incidents are counted, and this one was asked. */
  readonly isCounted?: boolean;
  /** The number of the newest active incident, where it is known. */
  readonly newestIncident?: string;
}

export function subjectOf(
  customer: Customer,
  page: PageId,
  selection: CustomerSelection,
  incidents?: CustomerIncidents,
): Subject {
  const newest = incidents?.counted?.count.newest?.number;
  return {
    customer,
    page,
    selectedCount: selection.length,
    isSelected: selection.includes(customer.tenantId),
    isCounted: incidents !== undefined,
    ...(newest !== undefined && { newestIncident: newest }),
  };
}

/** One action, as data: its name, its key, and what it comes down to. */
export interface Action {
  readonly id: string;
  /** Without a subject: what the action is called where it is told of in general. */
  readonly name: (subject: Subject | null) => MessageKey;
  /** Works in the list too. On a Mac Control is Command. */
  readonly keys?: string;
  /** The list's own keys for the same. */
  readonly listKeys?: string;
  /** Offered only then. */
  readonly when?: (subject: Subject) => boolean;
  readonly effect: (subject: Subject) => ActionEffect;
}

const copies = (what: CopiedText, keys: string): Action => ({
  id: `copy-${what}`,
  name: () => `action.copy.${what}`,
  keys,
  effect: ({ customer: { tenantId }, page }) => ({
    kind: 'run',
    command: { kind: 'copy', what, tenantId, page },
    said: `action.copy.${what}.done`,
  }),
});

const writes = (field: keyof Draft, name: MessageKey, keys?: string): Action => ({
  id: `write-${field}`,
  name: () => name,
  ...(keys !== undefined && { keys }),
  effect: ({ customer: { tenantId } }) => ({ kind: 'enter', mode: { kind: 'details', tenantId, field } }),
});

const handsOver = (what: HandOver, name: 'action.handOver' | 'action.handOverLinks'): Action => ({
  id: `hand-over-${what}`,
  name: () => name,
  effect: () => ({ kind: 'run', command: { kind: 'handOver', what }, said: `${name}.done` }),
});

/** One action for all customers that are selected. It needs nobody to be highlighted. */
export interface SelectionAction {
  readonly id: string;
  readonly name: MessageKey;
  readonly keys?: string;
  readonly what: SelectionEffect;
}

export const selectionActions: readonly SelectionAction[] = [
  { id: 'open-selected', name: 'action.selected.open', keys: 'CommandOrControl+Enter', what: 'open' },
  // Command+H hides an application on a Mac.
  { id: 'hunt-selected', name: 'action.selected.hunt', keys: 'CommandOrControl+Shift+H', what: 'hunt' },
  { id: 'check-selected', name: 'action.selected.check', what: 'check' },
  { id: 'clear-selection', name: 'action.selected.clear', what: 'clear' },
];

const forSelected = ({ id, name, keys, what }: SelectionAction): Action => ({
  id,
  name: () => name,
  ...(keys !== undefined && { keys }),
  when: ({ selectedCount }) => selectedCount > 0,
  effect: () => ({ kind: 'selection', what }),
});

/** Every action, in the order in which they are offered. */
export const actions: readonly Action[] = [
  { id: 'open', name: () => 'action.open', listKeys: 'Enter', effect: () => ({ kind: 'row' }) },
  {
    id: 'pages',
    name: () => 'action.pages',
    listKeys: 'Tab',
    effect: ({ customer: { tenantId } }) => ({ kind: 'enter', mode: { kind: 'pages', tenantId } }),
  },
  ...selectionActions.map(forSelected),
  {
    id: 'select',
    name: (subject) => (subject?.isSelected ? 'action.deselect' : 'action.select'),
    keys: 'CommandOrControl+Space',
    effect: () => ({ kind: 'selection', what: 'toggle' }),
  },
  copies('link', 'CommandOrControl+Shift+C'),
  copies('tenantId', 'CommandOrControl+Shift+I'),
  copies('ticket', 'CommandOrControl+Shift+T'),
  {
    id: 'favourite',
    name: (subject) => (subject?.customer.favourite ? 'action.unfavourite' : 'action.favourite'),
    keys: 'CommandOrControl+D',
    effect: ({ customer: { tenantId, favourite } }) => ({
      kind: 'run',
      command: { kind: 'annotate', tenantId, change: { favourite: !favourite } },
      undo: { kind: 'annotate', tenantId, change: { favourite } },
      said: favourite ? 'action.unfavourite.done' : 'action.favourite.done',
    }),
  },
  writes('name', 'action.write', 'F2'),
  writes('aliases', 'action.alias'),
  writes('note', 'action.note', 'CommandOrControl+N'),
  writes('instruction', 'action.instruction'),
  {
    id: 'hide',
    name: (subject) => (subject?.customer.hidden ? 'action.unhide' : 'action.hide'),
    effect: ({ customer: { tenantId, hidden } }) => ({
      kind: 'run',
      command: { kind: 'annotate', tenantId, change: { hidden: !hidden } },
      undo: { kind: 'annotate', tenantId, change: { hidden } },
      said: hidden ? 'action.unhide.done' : 'action.hide.done',
    }),
  },
  {
    id: 'own-tenant',
    name: () => 'action.ownTenant',
    when: ({ customer }) => !customer.access.includes('own'),
    effect: ({ customer: { tenantId } }) => ({
      kind: 'run',
      command: { kind: 'nameOwnTenant', reference: tenantId },
      said: 'action.ownTenant.done',
    }),
  },
  {
    id: 'incidents',
    name: () => 'action.incidents',
    keys: 'CommandOrControl+I',
    effect: ({ customer: { tenantId } }) => ({
      kind: 'open',
      command: { kind: 'open', tenantId, page: 'incidents' },
    }),
  },
  {
    id: 'newest-incident',
    name: () => 'action.newestIncident',
    when: ({ newestIncident }) => newestIncident !== undefined,
    effect: ({ customer: { tenantId }, newestIncident = '' }) => ({
      kind: 'open',
      command: {
        kind: 'open',
        tenantId,
        page: 'defender',
        indicator: { kind: 'incident', value: newestIncident },
      },
    }),
  },
  {
    id: 'ask-incidents',
    name: () => 'action.askIncidents',
    when: ({ isCounted = false }) => isCounted,
    effect: ({ customer: { tenantId } }) => ({
      kind: 'run',
      command: { kind: 'askIncidents', tenantIds: [tenantId] },
      said: 'action.askIncidents.done',
    }),
  },
  {
    id: 'open-sealed',
    name: () => 'action.sealed',
    effect: ({ customer: { tenantId }, page }) => ({
      kind: 'open',
      command: { kind: 'open', tenantId, page, how: { isolation: 'sealed' } },
    }),
  },
  {
    id: 'open-elsewhere',
    name: () => 'action.browser',
    effect: ({ customer: { tenantId }, page }) => ({
      kind: 'enter',
      mode: { kind: 'browsers', tenantId, page },
    }),
  },
  handsOver('text', 'action.handOver'),
  handsOver('links', 'action.handOverLinks'),
  {
    id: 'check',
    name: () => 'action.check',
    effect: () => ({ kind: 'check' }),
  },
  {
    id: 'remove-samples',
    name: () => 'action.samples',
    when: ({ customer }) => isSample(customer.tenantId),
    effect: () => ({ kind: 'run', command: { kind: 'removeSamples' }, said: 'action.samples.done' }),
  },
  {
    id: 'reset',
    name: () => 'action.reset',
    effect: ({ customer: { tenantId } }) => ({
      kind: 'run',
      command: { kind: 'resetProfile', tenantId },
      said: 'action.reset.done',
    }),
  },
  {
    id: 'close-browsers',
    name: () => 'action.closeBrowsers',
    effect: () => ({ kind: 'run', command: { kind: 'closeBrowsers' }, said: 'action.closeBrowsers.done' }),
  },
];

/** The actions offered for somebody now. */
export function actionsFor(subject: Subject): readonly Action[] {
  return actions.filter(({ when }) => when?.(subject) ?? true);
}

/** The action whose keys these are. By the place of the key, so that every keyboard has them. */
export function actionOf(press: Omit<Press, 'key'>): Action | undefined {
  const pressed = pressedKeys(press);
  return pressed === undefined ? undefined : actions.find(({ keys }) => keys === pressed);
}

/** The same, of those for all that are selected. */
export function selectionActionOf(press: Omit<Press, 'key'>): SelectionAction | undefined {
  const pressed = pressedKeys(press);
  return pressed === undefined ? undefined : selectionActions.find(({ keys }) => keys === pressed);
}

function pressedKeys(press: Omit<Press, 'key'>): string | undefined {
  const modifiers = modifiersOf[chordOf(press)];
  return modifiers && [...modifiers, press.code.replace(/^(Key|Numpad(?=Enter))/, '')].join('+');
}

/** A chord in the words of an action's keys; nothing for one that no action has. */
const modifiersOf: Readonly<Record<Chord, readonly string[] | undefined>> = {
  none: [],
  shift: ['Shift'],
  command: ['CommandOrControl'],
  'command+shift': ['CommandOrControl', 'Shift'],
  other: undefined,
};
