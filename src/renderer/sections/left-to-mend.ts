import type { ImportReport } from '#shared/commands/command.ts';

/**
 * What of a pasted list is still to be mended: its refused lines, under the heading if it has one. The whole text where
 * lines are not rows (JSON, cells over several lines) or not every refused one is known by its number.
 */
export function leftToMend(text: string, { refused, refusedCount }: ImportReport): string {
  if (refusedCount === 0) return '';
  if (refusedCount > refused.length || /^\s*[[{]/m.test(text)) return text;
  const lines = text.split(/\r\n?|\n/);
  if (lines.some(hasOpenQuote)) return text;
  const wanted = new Set(refused.map(({ line }) => line));
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines
    .filter((line, index) => wanted.has(index + 1) || (index === first && !namesTenant(line)))
    .join('\n');
}

function hasOpenQuote(line: string): boolean {
  return (line.split('"').length - 1) % 2 === 1;
}

/** An id, a domain or a link stands in it: then it is a row and no heading. */
function namesTenant(line: string): boolean {
  return /[0-9a-f]{8}-|[^\s.]\.[^\s.]|:\/\//i.test(line);
}
