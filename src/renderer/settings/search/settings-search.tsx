import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '#shared/locales/messages.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Icon } from '../../ui/icon.tsx';
import { chordOf, listenForKeys, onKeys } from '../../ui/keyboard.ts';
import { useText } from '../../ui/text.tsx';
import { stepTo } from '../step-to.ts';
import { find, type Findable } from './find.ts';
import { indexOfPages } from './index-of-pages.tsx';
import { highlightWords } from './reveal.ts';

/** How many results are shown: for more, type a longer word. */
const most = 30;
const arrows: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp']);

/** The search over all settings: Ctrl+F leads here, the arrows to a result, Enter takes it. */
export function SettingsSearch(
  props: SectionProps & { readonly choose: (found: Findable, query: string) => void },
) {
  const { t } = useText();
  const { status } = props.state;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Findable[]>([]);
  const [at, setAt] = useState(0);
  const pagesNow = useIndex(props, t);
  const isSearching = query.trim() !== '';
  const shown = found.slice(0, most);
  const current = shown[at];
  const write = (text: string): void => {
    setQuery(text);
    setFound(find(text.trim() === '' ? [] : pagesNow(), text));
    setAt(0);
  };
  const take = (each: Findable): void => {
    write('');
    props.choose(each, query);
  };
  useEffect(
    () =>
      listenForKeys((press) => {
        if (chordOf(press) !== 'command' || press.key.toLowerCase() !== 'f') return false;
        field.current?.select();
        field.current?.focus();
        return true;
      }),
    [],
  );
  useLayoutEffect(() => {
    if (isSearching) highlightWords(list.current === null ? [] : [list.current], query);
  }, [query, found]);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const keys = onKeys((press) => {
    if (chordOf(press) !== 'none' || !isSearching) return false;
    if (press.key === 'Escape') write('');
    else if (press.key === 'Enter' && current !== undefined) take(current);
    else if (arrows.has(press.key) && current !== undefined)
      setAt(shown.indexOf(stepTo(press.key, shown, current) ?? current));
    else return false;
    return true;
  });
  return (
    <div class="settings-search" role="search">
      <div class="field settings-search-field">
        <Icon name="search" />
        <input
          ref={field}
          aria-label={t('settings.search.label')}
          type="search"
          role="combobox"
          list={undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={t('settings.search.label')}
          aria-keyshortcuts={status.platform === 'darwin' ? 'Meta+F' : 'Control+F'}
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={current === undefined ? undefined : `${id}-${at}`}
          value={query}
          onInput={(event) => write(event.currentTarget.value)}
          {...keys}
        />
      </div>
      <p class={isSearching && found.length === 0 ? 'settings-search-none' : 'unseen'} role="status">
        {!isSearching
          ? ''
          : found.length === 0
            ? t('settings.search.none', { query: query.trim() })
            : t('settings.search.found', { count: found.length })}
      </p>
      <ul
        ref={list}
        id={`${id}-list`}
        class="settings-found"
        role="listbox"
        aria-label={t('settings.search.results')}
        hidden={shown.length === 0}
      >
        {shown.map((each, index) => (
          <li
            key={`${each.page} ${each.heading} ${each.text}`}
            id={`${id}-${index}`}
            class="settings-hit"
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(each)}
          >
            <span class="settings-hit-text">{each.text}</span>
            <span class="settings-hit-place">
              {[each.title, each.heading].filter((part) => part !== '' && part !== each.text).join(' › ')}
            </span>
            {each.hint !== '' && <span class="settings-hit-hint">{each.hint}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the pages say: asked when something is typed, and again once settings or language have changed it. */
function useIndex(props: SectionProps, t: Translate): () => readonly Findable[] {
  const { locked, settings } = props.state.status;
  const made = useRef<{ readonly of: readonly unknown[]; readonly all: readonly Findable[] } | null>(null);
  return () => {
    const of = [settings, locked, props.state.texts];
    if (made.current === null || made.current.of.some((each, place) => each !== of[place]))
      made.current = { of, all: indexOfPages(props, t) };
    return made.current.all;
  };
}
