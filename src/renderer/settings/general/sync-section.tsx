import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';

/** Minutes that are offered; any other that is in force is offered too. */
const offered = [15, 30, 60, 240, 1_440] as const;

/** How often the sources are asked by themselves. */
export function SyncSection(props: SectionProps) {
  const { t, language } = useText();
  const setting = useSetting(props, 'syncMinutes');
  const choices = [...new Set([...offered, setting.value])].filter((minutes) => minutes > 0);
  return (
    <Section title={t('settings.general.sync')} about={t('settings.general.syncAbout')}>
      <Field label={t('settings.general.syncEvery')} locked={setting.lock}>
        {(control) => (
          <select
            {...control}
            value={String(setting.value)}
            onChange={(event) => void setting.change(Number(event.currentTarget.value))}
          >
            {choices
              .sort((a, b) => a - b)
              .map((minutes) => (
                <option key={minutes} value={String(minutes)}>
                  {duration(minutes, language)}
                </option>
              ))}
            <option value="0">{t('settings.general.syncNever')}</option>
          </select>
        )}
      </Field>
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </Section>
  );
}

function duration(minutes: number, language: string): string {
  const [amount, unit] =
    minutes % 1_440 === 0
      ? [minutes / 1_440, 'day']
      : minutes % 60 === 0
        ? [minutes / 60, 'hour']
        : [minutes, 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}
