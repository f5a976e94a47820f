import { explain } from '#shared/locales/messages.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { ErrorLink } from './error-link.tsx';
import { Notice, type NoticeTone } from './notice.tsx';
import { useText } from './text.tsx';

/** What happened and what to do now. `announce` speaks it at once; standing problems are only shown. */
export function ProblemNotice(props: {
  readonly problem: Problem;
  readonly tone?: NoticeTone;
  readonly announce?: boolean;
}) {
  const { t } = useText();
  const { message, next } = explain(t, props.problem);
  return (
    <Notice tone={props.tone ?? 'danger'} announce={props.announce ?? false}>
      <strong>{message}</strong> {next} <ErrorLink problem={props.problem} />
    </Notice>
  );
}
