import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** Leaves nothing of the user's on the computer. Main asks before it does. */
export function RemoveEverything(props: SectionProps) {
  const { t } = useText();
  const command = useCommand(props.api);
  return (
    <Section title={t('settings.general.remove')} about={t('settings.general.removeAbout')}>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <div class="buttons">
        <Button look="danger" disabled={command.busy} onClick={() => void command.run({ kind: 'wipe' })}>
          {t('settings.general.removeButton')}
        </Button>
      </div>
    </Section>
  );
}
