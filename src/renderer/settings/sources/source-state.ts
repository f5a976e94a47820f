import type { Language } from '#shared/locales/language.ts';
import type { Translate } from '#shared/locales/messages.ts';
import { emptyLists } from '#shared/settings/permissions.ts';
import type { SourceStatus } from '#shared/status/status.ts';
import type { StateTone } from '../../ui/state-badge.tsx';
import { timeAgo } from '../../ui/time-ago.ts';

/** How a source stands for one account: a word or two, and what it last listed. `now` in milliseconds since 1970. */
export function sourceState(
  status: SourceStatus,
  now: number,
  t: Translate,
  language: Language,
): { readonly tone: StateTone; readonly text: string; readonly detail: string } {
  const { at, listed, problem, state, until } = status;
  const customers = listed === null ? '' : t('settings.sources.count', { count: listed });
  if (state === 'running') return { tone: 'busy', text: t('settings.sources.running'), detail: customers };
  const synced = at === null ? '' : t('finder.status.synced', { ago: timeAgo(at, now, language) });
  const detail = [customers, synced].filter((part) => part !== '').join(' · ');
  if (state === 'waiting') {
    const time = until === null ? '' : new Date(until).toLocaleTimeString(language);
    return { tone: 'warning', text: t('settings.sources.waiting', { time }), detail };
  }
  if (problem !== null) return { tone: 'warning', text: t('settings.sources.failed'), detail };
  if (at === null) return { tone: 'neutral', text: t('settings.sources.never'), detail };
  // Graph gives an empty list, and no error, to who lacks the role.
  const why = listed === 0 ? emptyLists[status.source] : undefined;
  if (why !== undefined) return { tone: 'neutral', text: t('settings.sources.listed'), detail: t(why) };
  return { tone: 'success', text: t('settings.sources.listed'), detail };
}
