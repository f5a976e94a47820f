import { legalForms, longestLegalForm, weakWords } from './legal-forms.ts';
import type { Folded } from './normalise.ts';

/** The part of a folded name that names the company: [start, end), without legal forms at its ends. Never empty. */
export interface Core {
  readonly start: number;
  readonly end: number;
}

export function coreOf(folded: Folded): Core {
  let start = 0;
  let end = folded.text.length;
  for (;;) {
    const cut = formAtEnd(folded, start, end);
    if (cut === undefined) break;
    end = cut;
  }
  for (;;) {
    const cut = formAtStart(folded, start, end);
    if (cut === undefined) break;
    start = cut;
  }
  return { start, end };
}

/** A name for finding look-alikes: the core without words such as "Group". Never empty for a name that is not. */
export function lookAlikeKey(folded: Folded): string {
  return leansOf(folded).at(-1) ?? coreText(folded);
}

/** The core without the last of its words such as "Group", then without the last two, and so on. */
export function leansOf(folded: Folded): string[] {
  let { start, end } = coreOf(folded);
  const leans: string[] = [];
  for (;;) {
    const last = folded.words.findLast((word) => word < end && word > start);
    if (last === undefined || !weakWords.has(folded.text.slice(last, end))) return leans;
    ({ start, end } = coreOf({
      ...folded,
      text: folded.text.slice(0, last),
      words: folded.words.filter((word) => word < last),
    }));
    leans.push(folded.text.slice(start, end));
  }
}

/** The text of the core: the name without legal forms at its ends. */
export function coreText(folded: Folded): string {
  const { start, end } = coreOf(folded);
  return folded.text.slice(start, end);
}

function formAtEnd(folded: Folded, start: number, end: number): number | undefined {
  for (let i = 0; i < folded.starts.length; i++) {
    const at = folded.starts[i] ?? 0;
    if (at <= start || at >= end || end - at > longestLegalForm) continue;
    const form = folded.text.slice(at, end);
    if (!legalForms.has(form) && form !== 'and') continue;
    if (standsAlone(folded, at) || mayTouch(form)) return at;
  }
  return undefined;
}

function formAtStart(folded: Folded, start: number, end: number): number | undefined {
  for (let i = folded.starts.length - 1; i >= 0; i--) {
    const at = folded.starts[i] ?? 0;
    if (at <= start || at >= end || at - start > longestLegalForm) continue;
    const form = folded.text.slice(start, at);
    if (leading.has(form) && (standsAlone(folded, at) || mayTouch(form))) return at;
  }
  return undefined;
}

/** Latin, Greek and Cyrillic forms stand alone; those of scripts without spaces touch the name, if long enough. */
function standsAlone(folded: Folded, at: number): boolean {
  return folded.words.includes(at);
}

function mayTouch(form: string): boolean {
  return form.charCodeAt(0) >= 0x1100 && !aloneOnly.has(form);
}

const decomposed = (text: string): string[] => text.split(' ').map((form) => form.normalize('NFKD'));

/** Abbreviations of one character, as in "(株)": inside a name the same character is part of it. */
const aloneOnly: ReadonlySet<string> = new Set(decomposed('株 有 주 유'));

/** Forms that stand before the name too. Elsewhere the same letters begin a name: "SE Health", "CV Therapeutics". */
const leading: ReadonlySet<string> = new Set(
  decomposed(
    'the pt ооо оао зао пао ао ип тов ooo oao zao pao uab sia 株式会社 有限会社 合同会社 株 有 주식회사 유한회사 주 유 congtytnhh congtycophan',
  ),
);
