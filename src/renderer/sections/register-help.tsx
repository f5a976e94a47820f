import { useEffect, useState } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import { redirectAddress, registerCommand, registrationName } from '#shared/access/register-command.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { useCommand } from '../ui/use-command.ts';

/** How to get the application (client) ID that the sign-in needs: by one command, or by four presses in the portal. */
export function RegisterHelp({ api, open }: { readonly api: TidegateApi; readonly open: boolean }) {
  const { t } = useText();
  const command = useCommand(api);
  const [isOpen, setOpen] = useState(open);
  // An ID that is there needs no help any more.
  useEffect(() => {
    if (!open) setOpen(false);
  }, [open]);
  return (
    <details class="register" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('setup.register.title')}</summary>
      <p class="field-help">{t('setup.register.about')}</p>
      <p>{t('setup.register.command')}</p>
      {/* It takes the keyboard, so that all of it can be scrolled to. */}
      <pre class="command" tabIndex={0} aria-label={t('setup.register.command')}>
        {registerCommand}
      </pre>
      <div class="buttons">
        <CopyButton api={api} what="register-command">
          {t('setup.register.copy')}
        </CopyButton>
      </div>
      <p>{t('setup.register.portal')}</p>
      <ol class="presses">
        <li>{t('setup.register.new', { name: registrationName })}</li>
        <li>{t('setup.register.redirect', { address: redirectAddress })}</li>
        <li>{t('setup.register.copyIds')}</li>
      </ol>
      <div class="buttons">
        <Button disabled={command.busy} onClick={() => void command.run({ kind: 'openAppRegistrations' })}>
          {t('setup.register.open')}
        </Button>
      </div>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </details>
  );
}
