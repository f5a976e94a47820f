import type { ComponentChildren } from 'preact';
import { explain } from '#shared/locales/messages.ts';
import type { Problem, ProblemKind } from '#shared/problems/problem.ts';
import { ErrorLink } from './error-link.tsx';
import { Notice, type NoticeTone } from './notice.tsx';
import { useText } from './text.tsx';

/** What the user meant, or can expect: told, and no reason for alarm. */
const calm: ReadonlySet<ProblemKind> = new Set(['sample-customer', 'sign-in-cancelled']);

/** What happened and what to do now. `announce` speaks it at once; standing problems are only shown. */
export function ProblemNotice(props: {
  readonly problem: Problem;
  readonly tone?: NoticeTone;
  readonly announce?: boolean;
  /** Buttons for what to do now. */
  readonly children?: ComponentChildren;
}) {
  const { t } = useText();
  const { message, next } = explain(t, props.problem);
  return (
    <Notice
      tone={props.tone ?? (calm.has(props.problem.kind) ? 'info' : 'danger')}
      announce={props.announce ?? false}
    >
      <strong>{message}</strong> {next} <ErrorLink problem={props.problem} /> {props.children}
    </Notice>
  );
}
