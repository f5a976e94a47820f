import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import type { SectionProps } from '../../sections/section-props.ts';

/** Who is signed in, and the way out. */
export function Accounts({ api, state }: SectionProps) {
  const { t } = useText();
  const command = useCommand(api);
  const { accounts } = state.status;
  if (accounts.length === 0) return <p class="none">{t('settings.accounts.none')}</p>;
  return (
    <div class="part">
      <ul class="own-list">
        {accounts.map(({ id, username }) => (
          <li class="own-row" key={id}>
            <span class="own-text">
              <span class="own-name">{username}</span>
            </span>
            <Button
              look="quiet"
              label={t('setup.signIn.signOutOne', { account: username })}
              onClick={() => void command.run({ kind: 'signOut', accountId: id })}
            >
              {t('setup.signIn.signOut')}
            </Button>
          </li>
        ))}
      </ul>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </div>
  );
}
