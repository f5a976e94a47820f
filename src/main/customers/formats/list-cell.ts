/** Several one-line texts in one cell: `gold; france`. A semicolon or backslash in a text has a backslash before it. */
export function joinItems(items: readonly string[]): string {
  return items.map((item) => item.replace(/[\\;]/g, String.raw`\$&`)).join('; ');
}

/** Also one a line, as people write them. A backslash before anything else is one. */
export function splitItems(cell: string): string[] {
  const items = cell.match(/(?:\\[\\;]|[^;\n])+/g) ?? [];
  return items.map((item) => item.replace(/\\([\\;])/g, '$1').trim()).filter((item) => item !== '');
}
