import type { Problem, ProblemKind } from '#shared/problems/problem.ts';
import { homeOf } from '#shared/problems/remedy.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { remedyActionFor } from '../ui/remedy-action.ts';
import { useText } from '../ui/text.tsx';
import type { SectionProps } from './section-props.ts';

/** Standing problems that the part of the form which mends them shows itself. */
const shownInPlace: ReadonlySet<ProblemKind> = new Set([
  'hotkey-taken',
  'hotkey-withheld',
  'tokens-not-kept',
  'no-browser',
]);

/** What goes wrong and has no other place. With `page`, only what that page of the settings tells, for all of them. */
export function StandingProblems(props: SectionProps & { readonly page?: SettingsPage }) {
  const { page, state } = props;
  return state.status.problems
    .filter((problem) => !shownInPlace.has(problem.kind) && (page === undefined || homeOf(problem) === page))
    .map((problem, index) => <StandingProblem key={index} {...props} problem={problem} />);
}

/** The pages that tell of a standing problem. */
export function troubledPages({ status }: SectionProps['state']): ReadonlySet<SettingsPage> {
  return new Set(status.problems.map(homeOf));
}

function StandingProblem(props: SectionProps & { readonly problem: Problem; readonly page?: SettingsPage }) {
  const { api, page, problem, state } = props;
  const { t } = useText();
  const remedy = remedyActionFor(problem, { api, status: state.status });
  // Nobody is led to where they are.
  const leads = remedy !== undefined && (page === undefined || remedy.page !== page);
  return (
    <ProblemNotice problem={problem} tone="warning">
      {leads && <Button onClick={remedy.act}>{t(remedy.label)}</Button>}
    </ProblemNotice>
  );
}
