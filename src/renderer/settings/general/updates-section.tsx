import type { Translate } from '#shared/locales/messages.ts';
import type { UpdateStatus } from '#shared/status/updates.ts';
import { CheckSetting } from '../../sections/check-setting.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** Newer versions: whether they are looked for, what is known, and the restart into one that is here. */
export function UpdatesSection(props: SectionProps) {
  const { t, language } = useText();
  const command = useCommand(props.api);
  const { update } = props.state.status;
  const isUnderWay = update.kind === 'checking' || update.kind === 'downloading';
  return (
    <Section title={t('updates.title')} about={t('updates.about')}>
      {update.kind !== 'none' && (
        <CheckSetting {...props} name="updates" label={t('updates.look')} help={t('updates.look.help')} />
      )}
      <div role="status">
        {update.kind === 'failed' ? (
          <ProblemNotice problem={update.problem} />
        ) : (
          <p>{updateText(update, t, language)}</p>
        )}
        {update.kind === 'offered' && <code class="command-line">{update.command}</code>}
      </div>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <div class="buttons">
        {update.kind === 'ready' && (
          <Button disabled={command.busy} onClick={() => void command.run({ kind: 'restartToUpdate' })}>
            {t('updates.restart')}
          </Button>
        )}
        {update.kind !== 'none' && update.kind !== 'off' && (
          <Button
            look="quiet"
            disabled={command.busy || isUnderWay}
            onClick={() => void command.run({ kind: 'lookForUpdate' })}
          >
            {t('updates.lookNow')}
          </Button>
        )}
      </div>
    </Section>
  );
}

/** What is known, in a sentence; nothing where the switch says it all. */
function updateText(
  update: Exclude<UpdateStatus, { kind: 'failed' }>,
  t: Translate,
  language: string,
): string {
  switch (update.kind) {
    case 'none':
      return t(`updates.none.${update.why}`);
    case 'off':
      return '';
    case 'current':
      return update.checked === null
        ? t('updates.current')
        : t('updates.checked', { time: new Date(update.checked).toLocaleString(language) });
    case 'checking':
      return t('updates.checking');
    case 'downloading':
      return t('updates.downloading', { version: update.version });
    case 'ready':
      return t('updates.ready', { version: update.version });
    case 'offered':
      return t('updates.offered', { version: update.version, file: update.file });
  }
}
