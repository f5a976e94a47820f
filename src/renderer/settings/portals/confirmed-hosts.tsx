import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { ConfirmHostForm } from './confirm-host-form.tsx';

/** The hosts that were confirmed, each with the way to take that back, and the way to confirm another one. */
export function ConfirmedHosts(props: SectionProps) {
  const { t } = useText();
  const { locked, settings } = props.state.status;
  const isLocked = locked.includes('portalHosts');
  const command = useCommand(props.api);
  return (
    <Section fold="hosts" title={t('settings.portals.hosts.title')} about={t('settings.portals.hosts.about')}>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      {settings.portalHosts.length > 0 && (
        <ul class="portal-rows">
          {settings.portalHosts.map((host) => (
            <li key={host} class="portal-row">
              <span class="portal-text">{host}</span>
              <Button
                look="quiet"
                label={t('settings.portals.hosts.removeOne', { host })}
                disabled={isLocked}
                onClick={() => void command.run({ kind: 'unconfirmHost', host })}
              >
                {t('settings.portals.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ConfirmHostForm api={props.api} locked={isLocked} />
    </Section>
  );
}
