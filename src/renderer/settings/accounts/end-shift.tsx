import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { focusHeading } from '../page-heading.ts';

/** Signs everybody out at once, for a computer that the next shift takes over. */
export function EndShift({ api, state }: SectionProps) {
  const { t } = useText();
  const command = useCommand(api);
  const { length } = state.status.accounts;
  if (length === 0) return null;
  const end = async (): Promise<void> => {
    if ((await command.run({ kind: 'endShift' })).ok) focusHeading();
  };
  return (
    <Section title={t('settings.accounts.endShift')} about={t('settings.accounts.endShiftAbout')}>
      <div class="buttons">
        <Button busy={command.busy} onClick={() => void end()}>
          {t('settings.accounts.endShiftConfirm')}
        </Button>
      </div>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </Section>
  );
}
