import type { TidegateApi } from '#shared/commands/channels.ts';
import { asksAgain } from '#shared/problems/passing-problem.ts';
import type { SourceStatus } from '#shared/status/status.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useNow } from '../../ui/use-now.ts';
import { sourceState } from './source-state.ts';

/** One source for one account. `syncMinutes`: the setting in force. */
export function SourceRow(props: {
  readonly api: TidegateApi;
  readonly status: SourceStatus;
  readonly syncMinutes: number;
  /** The source's name. */
  readonly title: string;
}) {
  const { api, status, syncMinutes, title } = props;
  const { t, language } = useText();
  const { tone, text, detail } = sourceState(status, useNow(), t, language);
  const command = useCommand(api);
  const { accountId: believe, problem, source, username } = status;
  const doubted = problem?.kind === 'list-shrunk' || problem?.kind === 'ends-shrunk';
  return (
    <li class="card-row">
      <div class="card-text">
        <p>{username ?? t('settings.sources.signedOut')}</p>
        <p class="card-detail">{detail}</p>
        {problem && asksAgain(problem, syncMinutes) && (
          <p class="card-detail">{t('settings.sources.asksAgain')}</p>
        )}
      </div>
      <StateBadge tone={tone}>{text}</StateBadge>
      {problem && <ProblemNotice problem={problem} tone="warning" />}
      {doubted && believe !== undefined && (
        <div class="card-actions buttons">
          <Button
            label={t('settings.sources.believeFor', {
              source: title,
              account: username ?? '',
            })}
            disabled={command.busy || status.state !== 'idle'}
            onClick={() => void command.run({ kind: 'sync', source, believe })}
          >
            {t('settings.sources.believe')}
          </Button>
        </div>
      )}
    </li>
  );
}
