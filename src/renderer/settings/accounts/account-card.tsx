import type { TidegateApi } from '#shared/commands/channels.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { focusHeading } from '../page-heading.ts';

/** One account: who it is, how it stands, what it brings, and what can be done with it. */
export function AccountCard(props: {
  readonly api: TidegateApi;
  readonly account: AccountStatus;
  /** The name of its home tenant, or its id. */
  readonly home: string;
  readonly reached: number;
  /** Somebody is being signed in just now. */
  readonly waiting: boolean;
}) {
  const { account, home, reached } = props;
  const { t } = useText();
  const command = useCommand(props.api);
  const signOut = async (): Promise<void> => {
    const outcome = await command.run({ kind: 'signOut', accountId: account.id });
    if (outcome.ok) focusHeading();
  };
  const works = account.state === 'ok';
  const trouble = command.problem ?? account.problem;
  return (
    <li class="card">
      <span class="avatar" aria-hidden="true">
        {account.username.slice(0, 1)}
      </span>
      <div class="card-text">
        <h2 class="card-title">{account.username}</h2>
        <p class="card-detail">{t('settings.accounts.home', { tenant: home })}</p>
        <p class="card-detail">{t('settings.accounts.reaches', { count: reached })}</p>
      </div>
      <StateBadge tone={works ? 'success' : 'warning'}>
        {t(works ? 'settings.accounts.ok' : 'settings.accounts.needsSignIn')}
      </StateBadge>
      {trouble && <ProblemNotice problem={trouble} tone="warning" />}
      <div class="card-actions buttons">
        <Button
          look={works ? 'plain' : 'primary'}
          label={t('settings.accounts.signInAgainAs', { account: account.username })}
          disabled={props.waiting}
          onClick={() => void command.run({ kind: 'signIn', accountId: account.id })}
        >
          {t('settings.accounts.signInAgain')}
        </Button>
        <Button
          label={t('setup.signIn.signOutOne', { account: account.username })}
          busy={command.busy}
          onClick={() => void signOut()}
        >
          {t('setup.signIn.signOut')}
        </Button>
      </div>
    </li>
  );
}
