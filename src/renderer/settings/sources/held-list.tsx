import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** The rows of a shared list that point a known name at another tenant, each to be let in or kept out. */
export function HeldList({ api, state }: SectionProps) {
  const { t } = useText();
  const command = useCommand(api);
  const { held } = state.status;
  if (held.length === 0) return command.problem ? <ProblemNotice problem={command.problem} announce /> : null;
  return (
    <div role="group" aria-label={t('settings.held.title', { count: held.length })}>
      <h3>{t('settings.held.title', { count: held.length })}</h3>
      <p class="card-detail">{t('settings.held.about')}</p>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <ul>
        {held.map(({ tenantId, name, domains, known }) => (
          <li key={tenantId}>
            <bdi>{name}</bdi> <bdi>{domains.join(', ')}</bdi>
            <p class="card-detail">
              {t('settings.held.wanted')} <code>{tenantId}</code>
            </p>
            <p class="card-detail">
              {t('settings.held.known')} <code>{known.join(' ')}</code>
            </p>
            <div class="buttons">
              <Button
                label={t('settings.held.acceptOne', { customer: name })}
                disabled={command.busy}
                onClick={() => void command.run({ kind: 'acceptHeld', tenantId })}
              >
                {t('settings.held.accept')}
              </Button>
              <Button
                label={t('settings.held.refuseOne', { customer: name })}
                disabled={command.busy}
                onClick={() => void command.run({ kind: 'refuseHeld', tenantId })}
              >
                {t('settings.held.refuse')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
