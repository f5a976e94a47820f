import type { Language } from '#shared/locales/language.ts';

const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size in the language's own words, in units of a thousand: "18 MB", « 18 Mo ». */
export function sizeInWords(bytes: number, language: Language): string {
  const step = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step - 1] ?? 'kilobyte',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}
