import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { timeAgo } from '../../ui/time-ago.ts';

export function SourcesPage({ api, state }: SectionProps) {
  const { t, language } = useText();
  const { accounts, sync } = state.status;
  const last =
    sync.lastSuccess === null
      ? t('settings.sources.never')
      : t('finder.status.synced', { ago: timeAgo(sync.lastSuccess, Date.now(), language) });
  return (
    <Section title={t('settings.sources.sync')} about={t('settings.sources.syncAbout')}>
      <p role="status">{sync.running ? t('finder.status.syncing') : last}</p>
      {sync.problem && <ProblemNotice problem={sync.problem} tone="warning" announce />}
      {sync.empty && (
        <Notice tone="info">
          <strong>{t('finder.empty.listed.title')}</strong> {t('finder.empty.listed.text')}
        </Notice>
      )}
      <div class="buttons">
        <Button
          disabled={sync.running || accounts.length === 0}
          onClick={() => void api.run({ kind: 'sync' })}
        >
          {t('common.syncNow')}
        </Button>
      </div>
    </Section>
  );
}
