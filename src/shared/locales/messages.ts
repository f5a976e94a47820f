import { errorNumber, type Problem } from '../problems/problem.ts';
import type { Language } from './language.ts';
import { speak } from './speak.ts';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/**
 * Every text a user sees has a key here; `en.json` is the list of them. A text that depends on a number is asked for
 * without its `_one`, `_other` ending and with the value `count`; each language has the endings its plurals need.
 */
export type MessageKey = WithoutPlural<keyof typeof en>;
type WithoutPlural<Key extends string> = Key extends `${infer Base}_${'one' | 'other'}` ? Base : Key;
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

export type Catalogue = Readonly<Record<keyof typeof en, string>>;

/** The texts of each language. */
export const catalogues: Readonly<Record<Language, Catalogue>> = { en, fr };

/** The texts of one language. Values stand in the texts as `{{name}}`; nothing is escaped: windows set text, never HTML. */
export function translator(language: Language): Translate {
  return speak(language, catalogues[language]);
}

/** A language with its texts, as a window is given them. */
export interface WindowTexts {
  readonly language: Language;
  /** A `Catalogue` as JSON: one text passes into a window faster than two thousand. */
  readonly catalogue: string;
}

export function windowTexts(language: Language): WindowTexts {
  return { language, catalogue: JSON.stringify(catalogues[language]) };
}

/** What happened, with Microsoft's number for it where there is one, and what to do now. */
export function explain(t: Translate, problem: Problem): { readonly message: string; readonly next: string } {
  const values = { ...problem.values, ...inWords(t, problem) };
  const number = errorNumber(problem);
  const message = t(`problem.${problem.kind}`, values);
  return {
    message: number === undefined ? message : `${message} (AADSTS${number})`,
    next: t(`problem.${problem.kind}.next`, values),
  };
}

/**
 * The values that stand for words of their own: whose file it is, what its loss means, why the system refused, when, and
 * pages, placeholders, encodings and what an option may be by the keys of their texts.
 */
function inWords(t: Translate, { kind, values }: Problem): Readonly<Record<string, string | number>> {
  const known = 'reason' in values ? systemReason(values.reason) : undefined;
  const names = Object.entries<unknown>(values).filter((pair): pair is [string, MessageKey] =>
    isName(t, pair[1]),
  );
  return {
    ...Object.fromEntries(names.map(([name, key]) => [name, t(key)])),
    ...('record' in values && {
      record: t(`record.${values.record}`),
      lost: t(`record.${values.record}.lost`),
    }),
    ...(known !== undefined && { reason: t(`reason.${known}`) }),
    ...counted(t, counts[kind], values),
    ...('until' in values && { until: Date.parse(values.until) }),
  };
}

/** What the numbers in these problems' values count. */
const counts: Readonly<Partial<Record<Problem['kind'], MessageKey>>> = {
  'paging-endless': 'count.pages',
  'list-shrunk': 'common.customers',
  'ends-shrunk': 'count.ends',
};

function counted(
  t: Translate,
  key: MessageKey | undefined,
  values: Problem['values'],
): Readonly<Record<string, string>> {
  if (key === undefined) return {};
  const numbers = Object.entries<unknown>(values).filter(([, value]) => /^\d+$/.test(String(value)));
  return Object.fromEntries(numbers.map(([name, value]) => [name, t(key, { count: Number(value) })]));
}

function isName(t: Translate, value: unknown): value is MessageKey {
  return (
    typeof value === 'string' &&
    /^(page|placeholder|allowed|answerFault|updateFault|encoding|fileKind|policyReason|wipeReason)\./.test(
      value,
    ) &&
    // A key without a text is given back.
    t(value as MessageKey) !== value
  );
}

/** What a system says in English when a file or program cannot be used, and users can mend. */
const systemReasons = [
  'ENOSPC',
  'EDQUOT',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'EISDIR',
  'ENOTDIR',
  'ENOTEMPTY',
  'EBUSY',
  'ETXTBSY',
  'ENAMETOOLONG',
  'ELOOP',
  'EMFILE',
  'ENOEXEC',
] as const;

/** libuv's errors begin with the code; where a program was to be started they end with it. */
function systemReason(reason: string): (typeof systemReasons)[number] | undefined {
  const code = /^([A-Z]+):/.exec(reason)?.[1] ?? /^spawn .*? ([A-Z]+)$/.exec(reason)?.[1];
  return systemReasons.find((each) => each === code);
}
