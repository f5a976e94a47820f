import { setImmediate as turn } from 'node:timers/promises';
import { heaviestList } from '#shared/imports/import.ts';
import type { ListEncoding, ListReadAs } from '#shared/imports/list-encoding.ts';
import { isOemPage, oemPages } from './oem-pages.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

export function tooBig(): Problem {
  return problem('list-too-big', { megabytes: String(heaviestList / 1024 / 1024) });
}

/** So many bytes are decoded at a time, before others get their turn. */
const portion = 1024 * 1024;

/**
 * How the bytes of a list are meant: as their byte order mark says; UTF-16 without one where every other byte is zero
 * (PowerShell's `-Encoding` and some databases); UTF-8 if they are that; else Windows-1252 as a guess, which Excel writes
 * on Western European systems.
 */
export async function encodingOf(bytes: Uint8Array): Promise<ListReadAs> {
  const known = markOf(bytes) ?? bareUtf16(bytes);
  if (known !== undefined) return { encoding: known, guessed: false };
  const isUtf8 = (await decodeInPortions(new TextDecoder('utf-8', { fatal: true }), bytes)) !== undefined;
  return isUtf8 ? { encoding: 'utf-8', guessed: false } : { encoding: 'windows-1252', guessed: true };
}

/** The text of the bytes, without a byte order mark. What the encoding has no sign for becomes U+FFFD. */
export async function decodeList(bytes: Uint8Array, encoding: ListEncoding): Promise<string> {
  if (encoding === 'windows-1252') return decodeBytes(bytes, /[\x80-\x9f]/g, windows1252);
  if (isOemPage(encoding)) return decodeBytes(bytes, /[\x80-\xff]/g, oemPages[encoding]);
  return (await decodeInPortions(new TextDecoder(encoding), bytes)) ?? '';
}

function markOf(bytes: Uint8Array): ListEncoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

/** So many bytes show whether a text is UTF-16; and so many of a hundred pairs have to look so. */
const looked = 4_096;
const enoughPairs = 0.4;
const strayPairs = 0.02;

/** In a list most signs are ASCII: of each pair one and the same byte is zero, the other hardly ever. */
function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(Math.min(bytes.length, looked) / 2);
  if (pairs < 2) return undefined;
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) first += 1;
    if (bytes[2 * pair + 1] === 0) second += 1;
  }
  if (second > enoughPairs * pairs && first <= strayPairs * pairs) return 'utf-16le';
  return first > enoughPairs * pairs && second <= strayPairs * pairs ? 'utf-16be' : undefined;
}

/** Nothing when a decoder that is `fatal` meets what it cannot read. */
async function decodeInPortions(
  decoder: InstanceType<typeof TextDecoder>,
  bytes: Uint8Array,
): Promise<string | undefined> {
  let text = '';
  try {
    for (let at = 0; at < bytes.length; at += portion) {
      if (at > 0) await turn();
      text += decoder.decode(bytes.subarray(at, at + portion), { stream: true });
    }
    return text + decoder.decode();
  } catch {
    return undefined;
  }
}

/** Where Windows-1252 differs from Latin-1: 0x80 to 0x9F. Source: the WHATWG Encoding Standard's index. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Latin-1, but `page` tells what the bytes from 0x80 on that `others` finds are. By hand: TextDecoder('windows-1252') of some
 * Node 20 releases decodes Latin-1 instead.
 */
async function decodeBytes(bytes: Uint8Array, others: RegExp, page: string): Promise<string> {
  let text = '';
  for (let at = 0; at < bytes.length; at += portion) {
    if (at > 0) await turn();
    const part = bytes.subarray(at, at + portion);
    text += Buffer.from(part.buffer, part.byteOffset, part.byteLength)
      .toString('latin1')
      .replace(others, (sign) => page[sign.charCodeAt(0) - 0x80] ?? sign);
  }
  return text;
}
