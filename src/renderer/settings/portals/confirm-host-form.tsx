import { useState } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import { parseDomain } from '#shared/tenant/domain.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { hostIn } from './page-list.ts';

/** Confirms a host by its name, for links that no page of one's own stands for. */
export function ConfirmHostForm(props: { readonly api: TidegateApi; readonly locked: boolean }) {
  const { t } = useText();
  const command = useCommand(props.api);
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const confirm = async (): Promise<void> => {
    const host = parseDomain(hostIn(text.trim()) ?? text);
    setWrong(host === undefined);
    if (host !== undefined && (await command.run({ kind: 'confirmHost', host })).ok) setText('');
  };
  return (
    <Form submit={confirm} ready={!props.locked} busy={command.busy}>
      <TextField
        label={t('settings.portals.hosts.another')}
        help={t('settings.portals.hosts.help')}
        error={isWrong ? t('settings.portals.hosts.wrong') : undefined}
        locked={props.locked && 'portalHosts'}
        value={text}
        onInput={(typed) => {
          setText(typed);
          setWrong(false);
        }}
        input={{ inputMode: 'url', placeholder: 'wiki.example' }}
      />
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <div class="buttons">
        <SubmitButton>{t('settings.portals.hosts.confirm')}</SubmitButton>
      </div>
    </Form>
  );
}
