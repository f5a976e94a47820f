import { fieldOf, findable, type Field } from './fields.ts';
import { linesOf, mayNameTenant } from './lines.ts';

const linesLooked = 200;
const looked = 65_536;
/** In characters. */
const longestLabel = 60;

/**
 * A portal's page copied as text has each property in two lines, its name and its value: the same as blocks of `name: value`
 * (see `readBlocks`), line for line. Nothing for a text that is not of that form.
 */
export function labelLines(text: string): string | undefined {
  if (text.length > looked) return undefined;
  const lines = [...linesOf(text)].filter((line) => line.text.trim() !== '');
  if (lines.length < 4 || lines.length > linesLooked || lines.length % 2 === 1) return undefined;
  const known = new Set<Field>();
  let unknown = 0;
  for (const [at, { text: line }] of lines.entries()) {
    const field = fieldOf(line.trim());
    if (at % 2 === 1) {
      if (field !== undefined) return undefined;
      continue;
    }
    if (line.trim().length > longestLabel || mayNameTenant(line) || /[:;|,\t]/.test(line.trim()))
      return undefined;
    if (field === undefined) unknown += 1;
    else known.add(field);
  }
  const isUseful = [...known].some((field) => findable.has(field));
  if (!isUseful || known.size < 2 || unknown > known.size) return undefined;
  const labels = new Set(lines.filter((_line, at) => at % 2 === 0).map(({ number }) => number));
  return [...linesOf(text)]
    .map(({ number, text: line }) => {
      // A line that says nothing keeps the numbers of those below it, and the block together.
      if (line.trim() === '') return '#';
      return labels.has(number) ? `${line.trim()}:` : `    ${line.trim()}`;
    })
    .join('\n');
}
