import type { Command } from '#shared/commands/command.ts';
import type { Indicator } from '#shared/portals/indicators/indicator.ts';
import type { PageId } from '#shared/portals/page.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Draft } from './draft.ts';

/** What stands in the finder's window. All but the list are about what was highlighted, or selected, when they came. */
export type Mode =
  | { readonly kind: 'list' }
  | { readonly kind: 'pages'; readonly tenantId: TenantId }
  | { readonly kind: 'actions'; readonly tenantId: TenantId; readonly page: PageId }
  /** What can be done with all that are selected, where nobody is highlighted. */
  | { readonly kind: 'selected' }
  /** Every key; `back` is what it stands in the place of. */
  | { readonly kind: 'keys'; readonly back: Mode }
  /** In which browser to open it, this once. */
  | { readonly kind: 'browsers'; readonly tenantId: TenantId; readonly page: PageId }
  /** What the user writes; `field` has the keyboard first. */
  | { readonly kind: 'details'; readonly tenantId: TenantId; readonly field: keyof Draft }
  /** A query for all that are selected. */
  | { readonly kind: 'hunting' }
  | { readonly kind: 'question'; readonly question: Question }
  /** A standing instruction to be read before what was asked is done. */
  | { readonly kind: 'instruction'; readonly tenantId: TenantId; readonly asked: Command };

/** What is asked before it is done. What goes for good is asked by main. */
export interface Question {
  readonly about: 'many';
  readonly hunting?: string;
  readonly indicator?: Indicator;
  /** The link as it was pasted; it names no tenant. */
  readonly link?: string;
}

export const theList: Mode = { kind: 'list' };

/** Whether a mode stays when the finder is put away and comes back: something is written in it, or waits for an answer. */
export function outlasts(mode: Mode): boolean {
  const { kind } = mode;
  if (kind === 'keys') return outlasts(mode.back);
  return kind === 'details' || kind === 'hunting' || kind === 'instruction';
}
