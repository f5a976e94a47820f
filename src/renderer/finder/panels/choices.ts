import { fold, wordsOf } from '#shared/search/normalise.ts';

/** One line of a short list that stands in the place of the customers. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
  /** More to find it by. */
  readonly words?: readonly string[];
  /** Why it cannot be chosen, in words. */
  readonly obstacle?: string;
  /** What is printed on the keys that do the same: each chord by itself. */
  readonly keys?: readonly string[];
}

/** The choices in which every word typed begins a word. */
export function filtered(choices: readonly Choice[], query: string): readonly Choice[] {
  const typed = wordsIn(query);
  if (typed.length === 0) return choices;
  return choices.filter(({ label, words = [] }) => {
    const has = [label, ...words].flatMap(wordsIn);
    return typed.every((word) => has.some((each) => each.startsWith(word)));
  });
}

/** The line that the keyboard is on: the one it was on, else, when it has gone or never was, the first. */
export function indexIn(choices: readonly Choice[], id: string | null): number {
  const at = choices.findIndex((choice) => choice.id === id);
  return at < 0 ? Math.min(0, choices.length - 1) : at;
}

/** Also those behind an elision: "l’identifiant" is found by "identifiant". */
function wordsIn(text: string): readonly string[] {
  return wordsOf(fold(text.replace(/['’]/g, ' ')));
}

/** What a line says besides its label: the detail that it shares with the line above is not said again. */
export function detailAt(choices: readonly Choice[], place: number): string | undefined {
  const { detail, obstacle } = choices[place] ?? {};
  if (obstacle !== undefined) return obstacle;
  return detail === choices[place - 1]?.detail ? undefined : detail;
}
