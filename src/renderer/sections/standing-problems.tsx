import type { ProblemKind } from '#shared/problems/problem.ts';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import type { SectionProps } from './section-props.ts';

/** Standing problems that the part of the form which mends them shows itself. */
const shownInPlace: ReadonlySet<ProblemKind> = new Set(['hotkey-taken', 'tokens-not-kept', 'no-browser']);

/** What goes wrong and has no other place. */
export function StandingProblems({ state }: SectionProps) {
  return state.status.problems
    .filter(({ kind }) => !shownInPlace.has(kind))
    .map((problem, index) => <ProblemNotice key={index} problem={problem} tone="warning" />);
}
