const reserved = new Set('\n"\'\\><~|&;$*?#()`');
const escapable = new Set('"`$\\');
/** Field codes that stand for files, links and the entry itself; the last five are deprecated and mean nothing. */
const fieldCode = /%[fFuUickdDnNvm]/g;

/**
 * Splits the value of a desktop file's `Exec` key into words and takes the field codes out; nothing if it breaks the
 * rules. Rules: Desktop Entry Specification 1.5, "The Exec key": words are separated by spaces, a word is quoted whole
 * or not at all, inside quotes four characters are escaped by a backslash, outside none of the reserved ones may stand.
 */
export function splitExec(line: string): string[] | undefined {
  const words: string[] = [];
  let at = 0;
  while (at < line.length) {
    if (line[at] === ' ' || line[at] === '\t') {
      at += 1;
      continue;
    }
    const word = line[at] === '"' ? quoted(line, at + 1) : bare(line, at);
    if (word === undefined) return undefined;
    at = word.end;
    const expanded = withoutFieldCodes(word.text);
    if (expanded === undefined) return undefined;
    if (expanded !== '' || word.text === '') words.push(expanded);
  }
  return words;
}

interface Word {
  readonly text: string;
  readonly end: number;
}

function quoted(line: string, from: number): Word | undefined {
  let text = '';
  for (let at = from; at < line.length; at += 1) {
    const char = line[at] ?? '';
    if (char === '"') {
      const next = line[at + 1];
      return next === undefined || next === ' ' || next === '\t' ? { text, end: at + 1 } : undefined;
    }
    if (char === '$' || char === '`') return undefined;
    if (char === '\\') {
      const next = line[at + 1] ?? '';
      if (!escapable.has(next)) return undefined;
      text += next;
      at += 1;
    } else text += char;
  }
  return undefined;
}

function bare(line: string, from: number): Word | undefined {
  let end = from;
  while (end < line.length && line[end] !== ' ' && line[end] !== '\t') {
    if (reserved.has(line[end] ?? '')) return undefined;
    end += 1;
  }
  return { text: line.slice(from, end), end };
}

/** `%%` is a per cent sign; a code the specification does not know makes the whole line invalid. */
function withoutFieldCodes(word: string): string | undefined {
  const parts = word.split('%%').map((part) => part.replaceAll(fieldCode, ''));
  return parts.some((part) => part.includes('%')) ? undefined : parts.join('%');
}
