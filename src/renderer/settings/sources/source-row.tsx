import type { SourceStatus } from '../../../shared/status.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useText } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { sourceState } from './source-state.ts';

/** One source for one account. */
export function SourceRow({ status }: { readonly status: SourceStatus }) {
  const { t, language } = useText();
  const { tone, text, detail } = sourceState(status, useNow(), t, language);
  return (
    <li class="card-row">
      <div class="card-text">
        <p>{status.username ?? t('settings.sources.signedOut')}</p>
        <p class="card-detail">{detail}</p>
      </div>
      <StateBadge tone={tone}>{text}</StateBadge>
      {status.problem && <ProblemNotice problem={status.problem} tone="warning" />}
    </li>
  );
}
