import { parseAuthority, parseClientId } from '#shared/settings/authority.ts';
import { Button } from '../ui/button.tsx';
import { Checked } from '../ui/checked.tsx';
import { Field } from '../ui/field.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { useCommand } from '../ui/use-command.ts';
import { RegisterHelp } from './register-help.tsx';
import type { SectionProps } from './section-props.ts';
import { useDraft } from './use-draft.ts';

/** Whoever has a work account may sign in: what an empty field means. */
const everyOrganisation = 'organizations';

/** The registration to sign in with, and the sign-in itself, which happens in the user's own browser. */
export function SignInForm(props: SectionProps) {
  const { t } = useText();
  const { api, state } = props;
  const waiting = state.status.signIn === 'waiting';
  const command = useCommand(api);
  const clientId = useDraft(props, 'clientId', {
    show: (value) => value ?? '',
    read: (text) => (text.trim() === '' ? { ok: true, value: null } : parseClientId(text)),
    isHopeless: (text) => !/^[0-9a-f-]{0,36}$/i.test(text.trim()),
  });
  const authority = useDraft(props, 'authority', {
    show: (value) => (value === everyOrganisation ? '' : value),
    read: (text) => parseAuthority(text.trim() === '' ? everyOrganisation : text),
    isHopeless: (text) => !/^[\p{L}\p{N}.-]*$/u.test(text.trim()),
  });

  const signIn = async (event: Event): Promise<void> => {
    event.preventDefault();
    const kept = [await clientId.keep(), await authority.keep()];
    if (kept.every(Boolean)) await command.run({ kind: 'signIn' });
  };
  const { problem } = command;
  return (
    <form class="part" noValidate onSubmit={(event) => void signIn(event)}>
      <RegisterHelp api={api} open={state.status.settings.clientId === null} />
      <div class="columns">
        <Field
          label={t('setup.signIn.clientId')}
          help={<Checked good={clientId.isGood}>{t('setup.signIn.clientIdHelp')}</Checked>}
          problem={clientId.problem}
          locked={clientId.lock}
        >
          {(control) => <input {...control} {...clientId.input} />}
        </Field>
        <Field
          label={t('setup.signIn.authority')}
          help={<Checked good={authority.isGood}>{t('setup.signIn.authorityHelp')}</Checked>}
          problem={authority.problem}
          locked={authority.lock}
        >
          {(control) => <input {...control} {...authority.input} />}
        </Field>
      </div>
      <div class="buttons">
        {waiting ? (
          <Button onClick={() => void api.run({ kind: 'cancelSignIn' })}>{t('setup.signIn.cancel')}</Button>
        ) : (
          <Button type="submit" disabled={command.busy}>
            {t(state.status.accounts.length === 0 ? 'setup.signIn.signIn' : 'setup.signIn.signInAnother')}
          </Button>
        )}
      </div>
      <p class="field-help" role="status">
        {waiting ? t('setup.signIn.waiting') : ''}
      </p>
      {problem && <ProblemNotice problem={problem} announce />}
    </form>
  );
}
