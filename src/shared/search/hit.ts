import type { Customer } from '../customer/customer.ts';
import type { Field } from './key.ts';
import { steps, type Step } from './ladder.ts';
import type { Range } from './ranges.ts';

/** A customer that was found, and why. */
export interface SearchHit {
  readonly customer: Customer;
  readonly step: Step | 'tag' | 'favourite' | 'recent' | 'all';
  /** The kind of text that matched, */
  readonly field: Field | 'tag';
  /** its text as written, */
  readonly text: string;
  /** and which [start, end) of that text: ascending, not touching, UTF-16 code units. */
  readonly ranges: readonly Range[];
  /** Another customer is easily taken for this one: show domain and id tail. */
  readonly lookAlike: boolean;
}

const guesses: ReadonlySet<SearchHit['step']> = new Set(steps.slice(steps.indexOf('typos')));

/** Whether what was typed only resembles the customer: by slips, by all words but one, or by scattered letters. */
export function isGuess(step: SearchHit['step']): boolean {
  return guesses.has(step);
}
