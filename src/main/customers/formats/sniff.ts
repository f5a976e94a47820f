import type { ListEncoding, ListReadAs } from '#shared/imports/list-encoding.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { heaviestList } from '#shared/imports/import.ts';
import { decodeList, encodingOf, tooBig } from './decode-list.ts';
import { listEncodingOf } from './encoding-label.ts';
import { foreignBytes } from './foreign-bytes.ts';
import { charsetOf, foreignText, foreignType } from './foreign-text.ts';

/** What is known of a list besides its bytes. */
export interface ListHints {
  /** Chosen by the user. */
  readonly encoding?: ListEncoding;
  /** The header of the server it came from. */
  readonly contentType?: string;
}

/** A list as text, and how its bytes were read. */
export interface ListText extends ListReadAs {
  readonly text: string;
}

/**
 * Looks at a file before anything reads it as a list. Errors: `list-too-big`; `list-web-page`, `list-workbook`,
 * `list-document`, `list-picture`, `list-packed`, `list-mail`, `list-xml` and `list-binary` for what is no list.
 * SECURITY: a page that stands in the place of a list is never read as one: it would take customers off it.
 */
export async function sniff(bytes: Uint8Array, hints: ListHints = {}): Promise<Result<ListText, Problem>> {
  if (bytes.length > heaviestList) return err(tooBig());
  const { contentType = '' } = hints;
  const foreign = foreignBytes(bytes);
  if (foreign !== undefined) return err(foreign);
  const readAs = await readAsOf(bytes, hints);
  // Text has no zero bytes but in UTF-16, whichever encoding is chosen.
  if (!readAs.encoding.startsWith('utf-16') && bytes.includes(0)) return err(problem('list-binary', {}));
  const text = await decodeList(bytes, readAs.encoding);
  const none = foreignText(text) ?? foreignType(contentType);
  return none === undefined ? ok({ ...readAs, text }) : err(none);
}

/** What the user chose, what the bytes prove, what the server says, or a guess: in this order. */
async function readAsOf(bytes: Uint8Array, { contentType = '', encoding }: ListHints): Promise<ListReadAs> {
  if (encoding !== undefined) return { encoding, guessed: false };
  const found = await encodingOf(bytes);
  const stated = listEncodingOf(charsetOf(contentType) ?? '');
  return found.guessed && stated !== undefined && stated !== 'utf-8'
    ? { encoding: stated, guessed: false }
    : found;
}
