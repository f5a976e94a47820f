import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { ConfirmHostForm } from './confirm-host-form.tsx';

/** The hosts that were confirmed, each with the way to take that back, and the way to confirm another one. */
export function ConfirmedHosts(props: SectionProps) {
  const { t } = useText();
  const hosts = useSetting(props, 'portalHosts');
  return (
    <Section title={t('settings.portals.hosts.title')} about={t('settings.portals.hosts.about')}>
      {hosts.problem && <ProblemNotice problem={hosts.problem} announce />}
      {hosts.value.length > 0 && (
        <ul class="portal-rows">
          {hosts.value.map((host) => (
            <li key={host} class="portal-row">
              <span class="portal-text">{host}</span>
              <Button
                look="quiet"
                label={t('settings.portals.hosts.removeOne', { host })}
                disabled={hosts.locked}
                onClick={() => void hosts.change(hosts.value.filter((each) => each !== host))}
              >
                {t('settings.portals.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ConfirmHostForm api={props.api} locked={hosts.locked} />
    </Section>
  );
}
