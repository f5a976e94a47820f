import { Button } from '../ui/button.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { timeAgo } from '../ui/time-ago.ts';
import { useCommand } from '../ui/use-command.ts';
import type { SectionProps } from './section-props.ts';

/** Who is signed in, how the last sync went, and the way out. */
export function Accounts({ api, state }: SectionProps) {
  const { t, language } = useText();
  const command = useCommand(api);
  const { accounts, sync } = state.status;
  if (accounts.length === 0) return null;
  const syncText = sync.running
    ? t('finder.status.syncing')
    : sync.lastSuccess !== null &&
      t('finder.status.synced', { ago: timeAgo(sync.lastSuccess, Date.now(), language) });
  return (
    <div class="part">
      <ul class="own-list">
        {accounts.map(({ id, username }) => (
          <li class="own-row" key={id}>
            <span class="own-text">
              <span class="own-name">{username}</span>
              <span class="own-detail" role="status">
                {syncText}
              </span>
            </span>
            <span class="buttons">
              <Button disabled={sync.running} onClick={() => void command.run({ kind: 'sync' })}>
                {t('common.syncNow')}
              </Button>
              <Button
                look="quiet"
                label={t('setup.signIn.signOutOne', { account: username })}
                onClick={() => void command.run({ kind: 'signOut', accountId: id })}
              >
                {t('setup.signIn.signOut')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {sync.problem ? (
        <ProblemNotice problem={sync.problem} tone="warning" announce />
      ) : (
        command.problem && <ProblemNotice problem={command.problem} announce />
      )}
    </div>
  );
}
