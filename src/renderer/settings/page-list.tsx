import { useEffect, useRef } from 'preact/hooks';
import { settingsPages, type SettingsPage } from '#shared/settings/settings-page.ts';
import { Icon } from '../ui/icon.tsx';
import { chordOf, onKeys } from '../ui/keyboard.ts';
import { useText } from '../ui/text.tsx';
import { pages } from './pages.ts';
import { stepTo } from './step-to.ts';

export const tabId = (page: SettingsPage): string => `tab-${page}`;

/** The list of pages: one stop for Tab; arrows, Home and End show another page; Enter goes into it. */
export function PageList(props: {
  readonly page: SettingsPage;
  /** Id of the element that shows the page. */
  readonly panelId: string;
  /** The pages that tell of a standing problem. */
  readonly troubled: ReadonlySet<SettingsPage>;
  readonly choose: (page: SettingsPage) => void;
  readonly enter: (page: SettingsPage) => void;
}) {
  const { t } = useText();
  const list = useRef<HTMLDivElement>(null);
  // Where the list is a strip, the page on show must not be out of its sight.
  useEffect(() => {
    document.getElementById(tabId(props.page))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [props.page]);
  const keys = onKeys((press) => {
    const next = chordOf(press) === 'none' ? stepTo(press.key, settingsPages, props.page) : undefined;
    if (next === undefined) return false;
    props.choose(next);
    document.getElementById(tabId(next))?.focus();
    return true;
  });
  return (
    <div ref={list} class="page-list" role="tablist" aria-label={t('settings.pages')} {...keys}>
      {settingsPages.map((page) => (
        <button
          key={page}
          id={tabId(page)}
          class="page-tab"
          type="button"
          role="tab"
          aria-selected={page === props.page}
          aria-controls={props.panelId}
          tabIndex={page === props.page ? 0 : -1}
          onClick={() => props.enter(page)}
        >
          <Icon name={pages[page].icon} />
          <span>{t(pages[page].title)}</span>
          {props.troubled.has(page) && (
            <span class="page-trouble">
              <Icon name="warning" />
              <span class="unseen">{t('settings.troubled')}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
