import { canSync } from '#shared/status/can-sync.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { timeAgo } from '../../ui/time-ago.ts';
import { useNow } from '../../ui/use-now.ts';

/** All sources at once: how the last sync went, and the way to another. */
export function SyncBar({ api, state }: SectionProps) {
  const { t, language } = useText();
  const now = useNow();
  const { accounts, sync } = state.status;
  const last =
    sync.lastSuccess === null
      ? t('settings.sources.neverSynced')
      : t('settings.sources.lastSync', { ago: timeAgo(sync.lastSuccess, now, language) });
  // Each source tells its own trouble; here only what belongs to none of them.
  const toldBelow = sync.sources.some(({ problem }) => problem !== null);
  return (
    <div class="sync">
      <div class="sync-line">
        <p role="status">{sync.running ? t('finder.status.syncing') : last}</p>
        {sync.running ? (
          <Button onClick={() => void api.run({ kind: 'cancelSync' })}>{t('settings.sources.cancel')}</Button>
        ) : (
          <Button look="primary" disabled={!canSync(sync)} onClick={() => void api.run({ kind: 'sync' })}>
            {t('common.syncNow')}
          </Button>
        )}
      </div>
      {accounts.length === 0 && !canSync(sync) && <p class="none">{t('settings.sources.noAccount')}</p>}
      {sync.problem && !toldBelow && <ProblemNotice problem={sync.problem} tone="warning" announce />}
      {sync.empty && (
        <Notice tone="info">
          <strong>{t('finder.empty.listed.title')}</strong>{' '}
          {t('settings.sources.emptyText', {
            source: t('source.gdap'),
            page: t('settings.customers.title'),
          })}
        </Notice>
      )}
    </div>
  );
}
