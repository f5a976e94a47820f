import { incidentTroubles, type IncidentsStatus } from '#shared/incidents/incidents.ts';
import type { Translate } from '#shared/locales/messages.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { NoticeSettings } from './notice-settings.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { SwitchCard } from '../switch-card.tsx';

const offered = [10, 15, 30, 60] as const;

/** Whether customers' incidents are counted, how often, and how many customers have a number. */
export function IncidentsCard(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'incidents');
  const minutes = useSetting(props, 'incidentMinutes');
  const { incidents } = props.state.status;
  const choices = [...new Set<number>([...offered, minutes.value])].sort((one, other) => one - other);
  const trouble = setting.problem ?? minutes.problem;
  return (
    <SwitchCard
      title={t('settings.incidents.title')}
      about={t('settings.incidents.about')}
      standing={setting.value ? standing(incidents, t) : undefined}
      setting={setting}
    >
      {setting.value && (
        <div class="card-actions">
          <Field label={t('settings.incidents.every')} locked={minutes.lock}>
            {(control) => (
              <select
                {...control}
                value={String(minutes.value)}
                onChange={(event) => void minutes.change(Number(event.currentTarget.value))}
              >
                {choices.map((each) => (
                  <option key={each} value={String(each)}>
                    {t('settings.incidents.minutes', { minutes: each })}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      {setting.value && <NoticeSettings {...props} />}
      {trouble && <ProblemNotice problem={trouble} announce />}
    </SwitchCard>
  );
}

/** How many customers have a count, and how many have none, by reason. */
export function standing({ customers, pause, waiting }: IncidentsStatus, t: Translate): string {
  const counted = customers.filter((each) => each.counted !== null && each.trouble === null).length;
  const troubles = incidentTroubles.flatMap((kind) => {
    const count = customers.filter(({ trouble }) => trouble?.kind === kind).length;
    return count === 0 ? [] : [t(`settings.incidents.standing.${kind}`, { number: count })];
  });
  return [
    t('settings.incidents.standing.counted', { number: counted }),
    ...troubles,
    ...(waiting === 0 ? [] : [t('settings.incidents.standing.waiting', { number: waiting })]),
    ...(pause === null ? [] : [t(`incidents.pause.${pause}`)]),
  ].join(' · ');
}
