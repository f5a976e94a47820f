import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/problems/problem.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { SectionProps } from '../sections/section-props.ts';
import { arrive, onLed } from '../ui/settings-place.ts';
import { StandingProblems, troubledPages } from '../sections/standing-problems.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { useText } from '../ui/text.tsx';
import { useDroppedList } from '../ui/use-dropped-list.ts';
import { focusHeading, headingId } from './page-heading.ts';
import { PageList, tabId } from './page-list.tsx';
import { pages } from './pages.ts';
import type { Findable } from './search/find.ts';
import { highlightWords, reveal } from './search/reveal.ts';
import { SettingsSearch } from './search/settings-search.tsx';
import { useCloseKeys } from './use-close-keys.ts';
import { usePage } from './use-page.ts';

const panelId = 'page';

/** The list of pages beside, or in a narrow window above, the page on show. */
export function Frame(props: SectionProps) {
  const { t } = useText();
  const { arrivals, choose, page } = usePage();
  const [dropProblem, tellDrop] = useState<Problem | null>(null);
  const [found, setFound] = useState<{ readonly it: Findable; readonly query: string } | null>(null);
  const panel = useRef<HTMLElement>(null);
  useDroppedList(props.api, tellDrop);
  useCloseKeys(props.state.status.platform);
  const { title, about, component: Content } = pages[page];
  useLayoutEffect(() => {
    document.title = t('settings.windowTitle', { page: t(title) });
  }, [t, title]);
  // Whoever opened the window at a page is there; a page begins at its top.
  useEffect(() => {
    if (!arrive()) focusHeading();
  }, [arrivals]);
  useEffect(() => onLed(() => void arrive()), []);
  useLayoutEffect(() => {
    scrollTo(0, 0);
    highlightWords([], '');
  }, [page]);
  useEffect(() => {
    if (found !== null && panel.current !== null) reveal(panel.current, found.it, found.query);
  }, [found]);
  const enter = (next: SettingsPage): void => {
    choose(next);
    focusHeading();
  };
  return (
    <div class="frame">
      <header class="frame-list">
        <p class="frame-name">{t('common.settings')}</p>
        <SettingsSearch
          {...props}
          choose={(it, query) => {
            choose(it.page);
            setFound({ it, query });
          }}
        />
        <PageList
          page={page}
          panelId={panelId}
          troubled={troubledPages(props.state)}
          choose={choose}
          enter={enter}
        />
      </header>
      <main class="frame-page">
        <section ref={panel} id={panelId} class="page" role="tabpanel" aria-labelledby={tabId(page)}>
          <div class="page-head">
            <h1 id={headingId} tabIndex={-1}>
              {t(title)}
            </h1>
            <p>{t(about)}</p>
          </div>
          {dropProblem && <ProblemNotice problem={dropProblem} announce />}
          <StandingProblems {...props} page={page} />
          <Content key={page} {...props} />
        </section>
      </main>
    </div>
  );
}
