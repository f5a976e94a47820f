import { exportedHeadings } from '../exports/csv-export.ts';

const headings = exportedHeadings.join(';');

/** True for a text that Tidegate exported, as a table or as JSON: it comes back sign by sign as it was. */
export function isOwnExport(text: string): boolean {
  const beginning = text.slice(0, 1_000);
  if (/^\s*\{"customers": \[\s*\{"tenantId":"[0-9a-f-]{36}",/.test(beginning)) return true;
  const [line = ''] = /^[^\r\n]*/.exec(beginning.replace(/^\uFEFF/, '')) ?? [];
  return line.replaceAll('"', '').replaceAll(',', ';') === headings;
}
