import type { MessageKey } from '#shared/locales/messages.ts';
import { actions } from './actions.ts';

/** A key of the finder, and what it does. */
export interface KeyHelp {
  readonly id: string;
  /** As an accelerator; `+` between keys that are held together. Several ones do the same. */
  readonly keys: readonly string[];
  readonly text: MessageKey;
}

/** The keys that are no action's. */
const listKeys: readonly KeyHelp[] = [
  { id: 'open', keys: ['Enter'], text: 'keys.open' },
  { id: 'pin', keys: ['Shift+Enter'], text: 'keys.pin' },
  { id: 'move', keys: ['Up', 'Down', 'PageUp', 'PageDown'], text: 'keys.move' },
  { id: 'ends', keys: ['CommandOrControl+Home', 'CommandOrControl+End'], text: 'keys.ends' },
  { id: 'nth', keys: ['CommandOrControl+1', 'CommandOrControl+9'], text: 'keys.nth' },
  { id: 'pages', keys: ['Tab', 'Right'], text: 'keys.pages' },
  { id: 'actions', keys: ['CommandOrControl+K'], text: 'keys.actions' },
  { id: 'select', keys: ['CommandOrControl+Space', 'Insert'], text: 'keys.select' },
  { id: 'clear', keys: ['CommandOrControl+A'], text: 'keys.clear' },
  { id: 'undo', keys: ['CommandOrControl+Z'], text: 'keys.undo' },
  { id: 'remedy', keys: ['F8'], text: 'keys.remedy' },
  { id: 'save', keys: ['CommandOrControl+S', 'CommandOrControl+Enter'], text: 'keys.save' },
  { id: 'settings', keys: ['CommandOrControl+,'], text: 'keys.settings' },
  { id: 'help', keys: ['F1', '?'], text: 'keys.help' },
  { id: 'back', keys: ['Escape'], text: 'keys.back' },
  { id: 'tags', keys: ['#'], text: 'keys.tags' },
  { id: 'filters', keys: ['is:'], text: 'keys.filters' },
];

/** Every key there is: the list's, then those of single actions. */
export const everyKey: readonly KeyHelp[] = [
  ...listKeys,
  ...actions.flatMap(({ id, keys, name }): readonly KeyHelp[] =>
    keys === undefined || keys === 'CommandOrControl+Space'
      ? []
      : [{ id: `action-${id}`, keys: [keys], text: name(null) }],
  ),
];

const told = ['actions', 'help', 'pages', 'select', 'tags', 'clear', 'filters', 'nth', 'pin'];

/** One of these is told in the last line; the next one at the next showing. */
export const tips: readonly KeyHelp[] = told.flatMap((wanted) => listKeys.filter(({ id }) => id === wanted));
