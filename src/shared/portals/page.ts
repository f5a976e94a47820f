import type { MessageKey } from '../locales/messages.ts';
import type { CatalogueId } from './catalogue-ids.ts';
import type { Page } from './catalogue/page.ts';
import type { QueryTemplate } from '../hunts/query-template.ts';

/**
 * A page that can be opened: one of the catalogue, one that the user has added, a link of the customer's own (by its whole
 * address, so that a list that changes meanwhile cannot turn it into another one), or a hunt by its name.
 */
export type PageId = CatalogueId | `own-${string}` | `link:${string}` | HuntId;
export type HuntId = `hunt:${string}` | `unified-hunt:${string}`;

/** A page with its name, whoever made it. */
export interface PortalPage extends Page {
  readonly id: PageId;
  /** A text of the catalogue of messages, or the user's own words. */
  readonly name:
    | { readonly key: MessageKey }
    | { readonly text: string }
    | { readonly hunt: string }
    | { readonly unifiedHunt: string };
  /** What people call it: a word or a few a phrase, in every language. */
  readonly words: readonly string[];
  /** The query of a hunt, which main puts into the address. */
  readonly hunting?: QueryTemplate;
  /** A customer's own link, as it is: nothing in it is filled. */
  readonly address?: string;
}
