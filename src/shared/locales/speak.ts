import type { Language } from './language.ts';

/** Texts by key. One that depends on a number has a key for each form that the language's plurals need: `key_one`, `key_other`. */
export type Texts = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;
type Format = (value: string | number) => string;

/** A part of a text: itself, or the place of a value with how it is written. */
type Part = string | { readonly name: string; readonly write: Format };

/**
 * Gives texts of one language. Values stand in them as `{{name}}`, `{{name, number}}` or `{{name, datetime(timeStyle: short)}}`,
 * a time as milliseconds since 1970. A number called `count` chooses the plural. A key without a text is given back as it is, and a
 * value that is missing is left out. Throws RangeError for a format that is none of these.
 */
export function speak(language: Language, texts: Texts): (key: string, values?: Values) => string {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const formats = new Map<string, Format>([
    ['', String],
    ['number', ifNumber((value) => numbers.format(value))],
  ]);
  const formatOf = (told: string): Format => {
    let format = formats.get(told);
    if (format === undefined) {
      const { name = '', option = '' } =
        /^datetime\((?<name>\w+): (?<option>\w+)\)$/u.exec(told)?.groups ?? {};
      if (name === '') throw new RangeError(`No format is called ${told}.`);
      const times = new Intl.DateTimeFormat(language, { [name]: option });
      formats.set(told, (format = ifNumber((value) => times.format(value))));
    }
    return format;
  };
  // A list asks for the same few texts row after row, letter after letter.
  const known = new Map<string, readonly Part[]>();
  const partsOf = (key: string): readonly Part[] => {
    let parts = known.get(key);
    if (parts === undefined) {
      const text = Object.hasOwn(texts, key) ? (texts[key] ?? key) : key;
      known.set(key, (parts = partsIn(text, formatOf)));
    }
    return parts;
  };
  return (key, values = {}) => {
    const form = typeof values['count'] === 'number' ? `${key}_${plurals.select(values['count'])}` : key;
    const parts = partsOf(Object.hasOwn(texts, form) ? form : key);
    return parts.map((part) => (typeof part === 'string' ? part : written(part, values))).join('');
  };
}

/** What is no number stands as it is. */
function ifNumber(write: (value: number) => string): Format {
  return (value) => (Number.isFinite(Number(value)) ? write(Number(value)) : String(value));
}

function written({ name, write }: Exclude<Part, string>, values: Values): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value === undefined ? '' : write(value);
}

function partsIn(text: string, formatOf: (told: string) => Format): readonly Part[] {
  // What stands between the places, and in turn a place's name and format.
  const pieces = text.split(/\{\{(\w+)(?:, *([^}]+))?\}\}/u);
  return pieces.flatMap((piece: string | undefined, at): readonly Part[] => {
    if (at % 3 === 0) return piece ? [piece] : [];
    return at % 3 === 1 ? [{ name: piece ?? '', write: formatOf(pieces[at + 1] ?? '') }] : [];
  });
}
