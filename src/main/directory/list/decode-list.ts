import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** What a list may weigh, in bytes as a file and in characters as a text. */
export const heaviestList = 20 * 1024 * 1024;

export function tooBig(): Problem {
  return problem('list-too-big', { megabytes: String(heaviestList / 1024 / 1024) });
}

/**
 * The text of a list file: UTF-8, UTF-16 when its byte order mark says so (PowerShell's `>`), else Windows-1252, which
 * Excel writes on Western European systems.
 */
export function decodeList(bytes: Uint8Array): Result<string, Problem> {
  if (bytes.length > heaviestList) return err(tooBig());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ok(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ok(new TextDecoder('utf-16be').decode(bytes));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return ok(decodeWindows1252(bytes));
  }
}

/** Where Windows-1252 differs from Latin-1: 0x80 to 0x9F. Source: the WHATWG Encoding Standard's index. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: TextDecoder('windows-1252') of some Node 20 releases decodes Latin-1 instead. */
function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => windows1252[sign.charCodeAt(0) - 0x80] ?? sign);
}
