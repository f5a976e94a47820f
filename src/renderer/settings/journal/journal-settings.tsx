import { useState } from 'preact/hooks';
import { CheckSetting } from '../../sections/check-setting.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import type { JournalRead } from './journal-reader.ts';

/** Days that are offered; any other that is in force is offered too. */
const offered = [7, 30, 90, 180, 365, 730] as const;

/** Whether a journal is kept, for how long, and a button that deletes it. */
export function JournalSettings({
  look,
  read,
  ...props
}: SectionProps & { readonly read: JournalRead | null; readonly look: () => Promise<void> }) {
  const { t } = useText();
  const [deleted, setDeleted] = useState(false);
  const days = useSetting(props, 'journalDays');
  const command = useCommand(props.api);
  const isOn = props.state.status.settings.journal;
  // An administrator wants this journal kept: it cannot be deleted here.
  const isHeld = isOn && props.state.status.locked.includes('journal');
  const isThere = read !== null && (read.entries.length > 0 || read.broken > 0);
  const remove = async (): Promise<void> => {
    setDeleted(false);
    const outcome = await command.run({ kind: 'deleteJournal' });
    await look();
    if (outcome.ok) setDeleted(true);
  };
  return (
    <Section title={t('journal.settings.title')} about={t('journal.settings.about')}>
      <CheckSetting
        {...props}
        name="journal"
        label={t('journal.settings.on')}
        help={t('journal.settings.onHelp')}
      />
      <Field label={t('journal.settings.days')} help={t('journal.settings.daysHelp')} locked={days.lock}>
        {(control) => (
          <select
            {...control}
            value={String(days.value)}
            onChange={(event) => {
              const value = Number(event.currentTarget.value);
              void days.change(value).then(look);
            }}
          >
            {[...new Set([...offered, days.value])]
              .sort((one, other) => one - other)
              .map((count) => (
                <option key={count} value={String(count)}>
                  {t('journal.settings.dayCount', { count })}
                </option>
              ))}
          </select>
        )}
      </Field>
      {days.problem && <ProblemNotice problem={days.problem} announce />}
      {isThere && !isOn && <Notice tone="info">{t('journal.settings.left')}</Notice>}
      {isThere && !isHeld && (
        <div class="buttons">
          <Button busy={command.busy} onClick={() => void remove()}>
            {t('journal.settings.delete')}
          </Button>
        </div>
      )}
      <p class="field-help" role="status">
        {deleted && !isThere ? t('journal.settings.deleted') : ''}
      </p>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </Section>
  );
}
