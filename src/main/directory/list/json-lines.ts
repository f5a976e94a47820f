/**
 * The lines, from 1, on which the elements of a list begin in a JSON text that is known to be valid: those of the
 * outermost array, or of the array in the outermost object's property `wrapper`.
 */
export function elementLines(json: string, wrapper: string | undefined): number[] {
  const listDepth = wrapper === undefined ? 1 : 2;
  const lines: number[] = [];
  let property: string | undefined;
  let inList = false;
  let awaited = true;
  for (const { sign, line, depth, text } of tokens(json)) {
    if (!inList) {
      if (depth === 1) property = text ?? property;
      inList = sign === '[' && depth === listDepth - 1 && property === wrapper;
    } else if (depth < listDepth) {
      return lines;
    } else if (depth === listDepth) {
      if (awaited) lines.push(line);
      awaited = sign === ',';
    }
  }
  return lines;
}

interface Token {
  /** Its first character. */
  readonly sign: string;
  readonly line: number;
  /** How many brackets are open around it; a bracket is not around itself. */
  readonly depth: number;
  /** What stands between the quotes, when it is a string. */
  readonly text?: string;
}

/** Brackets, commas, strings, and each character of other values; white space and colons are passed over. */
function* tokens(json: string): Generator<Token> {
  let line = 1;
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charAt(at);
    if (sign === '\n') line += 1;
    if (/[\s:]/.test(sign)) continue;
    if (/[\]}]/.test(sign)) depth -= 1;
    const end = sign === '"' ? endOfString(json, at) : at;
    yield { sign, line, depth, ...(sign === '"' && { text: json.slice(at + 1, end) }) };
    if (/[[{]/.test(sign)) depth += 1;
    at = end;
  }
}

/** The index of the closing quote. A JSON string holds no line break. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at += 1) {
    if (json[at] === '\\') at += 1;
    else if (json[at] === '"') return at;
  }
  return json.length;
}
