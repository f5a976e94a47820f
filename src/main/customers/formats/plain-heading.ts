/** Letters of every script count: without them a heading in another one would be taken for what little is left of it. */
export function plain(text: string): string {
  return bare(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Without accents, footnotes' numbers and signs such as ™; letters of any width are alike. */
export function bare(text: string): string {
  return text
    .replace(/[\p{No}\p{So}]/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}
