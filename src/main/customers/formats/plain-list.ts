import { plainText } from '#shared/text/plain-text.ts';
import { withLetters } from './letter-names.ts';
import { inSlices, type SliceClock } from '../../system/process/in-slices.ts';

/** So many characters are made plain at a time. */
const portion = 65_536;

/**
 * What terminals are told by: colours, the pointer's place, a window's title. SECURITY: none of it is a part of a name.
 */
const [escape, bell] = ['\u001b', '\u0007'];
const terminalSigns = new RegExp(
  `${escape}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${bell}${escape}\\n]*(?:${bell}|${escape}\\\\)?|[@-Z\\\\^_])`,
  'g',
);

/**
 * A list's text as every reader takes it: plain (see plainText), `\n` between its lines, `|` between drawn columns. Of our
 * own export only the lines' ends change.
 */
export async function plainList(text: string, isOwn: boolean, clock?: SliceClock): Promise<string> {
  const parts: string[] = [];
  const isAnswer = !isOwn && isQuoted(text);
  const plain = isOwn ? withLineEnds : (part: string) => plainPart(isAnswer ? withoutMarks(part) : part);
  // DOS ends a text with a sign of its own.
  await inSlices(
    portionsOf(text.replace(/^\uFEFF/, '').replace(dosEnd, '')),
    (part) => void parts.push(plain(part)),
    clock,
  );
  return parts.join('');
}

const endOfFile = '\u001a';
const dosEnd = new RegExp(`${endOfFile}+\\s*$`);

/** So much of a text shows whether it is quoted, in characters. */
const looked = 65_536;

/** True for what mail programs quote in an answer: most lines begin with `>`. */
function isQuoted(text: string): boolean {
  const lines = text.slice(0, looked).match(/[^\r\n]*\S[^\r\n]*/g) ?? [];
  return lines.filter((line) => /^\s*>/.test(line)).length * 2 > lines.length;
}

function withoutMarks(part: string): string {
  return part.replace(/(^|[\r\n])(?:[ \t]*>)+[ \t]?/g, '$1');
}

function withLineEnds(part: string): string {
  return part.replace(/\r\n?/g, '\n');
}

function plainPart(part: string): string {
  return withLineEnds(plainText(withLetters(part.replace(terminalSigns, '')))).replace(/[│┃║]/g, '|');
}

/** Cut behind a line, or else behind a blank, so that no id is in two parts. */
function* portionsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + portion, text.length);
    if (end < text.length) {
      const window = text.slice(at, end);
      const cut =
        Math.max(window.lastIndexOf('\n'), 0) || Math.max(window.lastIndexOf(' '), window.lastIndexOf('\r'));
      if (cut > 0) end = at + cut + 1;
      // Neither a line's end nor a character of two halves is taken apart.
      const next = text.charCodeAt(end);
      if (text[end] === '\n' || (next >= 0xdc00 && next <= 0xdfff)) end += 1;
    }
    yield text.slice(at, end);
    at = end;
  }
}
