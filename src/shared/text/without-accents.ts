/** A text as it is compared where case and accents do not count: "Réglages" as "reglages", and any apostrophe as one. */
export function withoutAccents(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();
}
