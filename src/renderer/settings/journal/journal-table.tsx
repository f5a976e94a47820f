import { useCallback, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Opened } from '#shared/journal/journal-entry.ts';
import { journalPageName, wayInText } from '#shared/journal/journal-texts.ts';
import { pageSettings } from '#shared/portals/pages.ts';
import { SearchIndex } from '#shared/search/index.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useNow } from '../../ui/use-now.ts';
import { moveCell } from '../grid/move-cell.ts';
import { VirtualGrid, type GridRow } from '../grid/virtual-grid.tsx';
import type { JournalRead } from './journal-reader.ts';
import {
  customersIn,
  filterFor,
  identityText,
  journalRows,
  pagesIn,
  wholeJournal,
  type JournalQuery,
} from './journal-rows.ts';

const columns = ['time', 'customer', 'page', 'wayIn', 'account'] as const;
/** The widths of the columns. */
const template = '12.25rem 2.8fr 1.6fr 7.5rem 1.6fr';
const nothingRead: JournalRead = { entries: [], broken: 0, problem: null };

/** Every line of the journal, to be filtered and exported. */
export function JournalTable({ api, read, state }: SectionProps & { readonly read: JournalRead | null }) {
  const { t, language } = useText();
  const id = useId();
  const now = useNow();
  const command = useCommand(api);
  const [query, setQuery] = useState<JournalQuery>(wholeJournal);
  const [cell, setCell] = useState({ row: 0, column: 0 });
  const box = useRef<HTMLDivElement>(null);
  const { broken, entries, problem } = read ?? nothingRead;
  const settings = pageSettings(state.status);
  const pageName = useMemo(() => {
    const names = new Map<string, string>();
    return (page: string): string => {
      const known = names.get(page) ?? journalPageName(page, settings, t);
      names.set(page, known);
      return known;
    };
  }, [state.status.settings, state.status.teamHunts, t]);
  const customers = useMemo(() => customersIn(entries, state.customers), [entries, state.customers]);
  const index = useMemo(() => new SearchIndex(customers.values()), [customers]);
  const filter = useMemo(() => filterFor(query, index, now), [query, index]);
  const rows = useMemo(() => journalRows(entries, filter), [entries, filter]);
  const pages = useMemo(() => pagesIn(entries, pageName, language), [entries, pageName, language]);
  const time = useMemo(
    () => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
    [language],
  );
  const current = Math.min(cell.row, rows.length - 1);
  const rowAt = useCallback(
    (at: number): GridRow | undefined => {
      const entry = rows[at];
      return entry && { key: String(rows.length - at), tenantId: entry.tenantId, cells: cellsOf(entry) };
    },
    [rows, customers, pageName, time],
  );
  const ask = (part: Partial<JournalQuery>): void => {
    command.forget();
    setQuery({ ...query, ...part });
    setCell({ row: 0, column: cell.column });
    if (box.current) box.current.scrollTop = 0;
  };
  const isEmpty = !entries.some(({ kind }) => kind === 'opened');
  return (
    <Section title={t('journal.list.title')} about={t('journal.list.about')}>
      {problem !== null && <ProblemNotice problem={problem} announce />}
      {broken > 0 && <Notice tone="warning">{t('journal.broken', { count: broken })}</Notice>}
      {read === null && <p role="status">{t('journal.reading')}</p>}
      {read !== null && problem === null && isEmpty && (
        <p class="none">{t(state.status.settings.journal ? 'journal.none' : 'journal.noneOff')}</p>
      )}
      {!isEmpty && (
        <div class="customer-table journal-table">
          <div
            class="columns customer-filters journal-filters"
            role="search"
            aria-label={t('journal.filters')}
          >
            <Field label={t('journal.filter.customer')}>
              {(control) => (
                <input
                  {...control}
                  type="search"
                  value={query.customer}
                  onInput={(event) => ask({ customer: event.currentTarget.value })}
                />
              )}
            </Field>
            {(['from', 'to'] as const).map((end) => (
              <Field key={end} label={t(`journal.filter.${end}`)}>
                {(control) => (
                  <input
                    {...control}
                    type="date"
                    value={query[end]}
                    onInput={(event) => ask({ [end]: event.currentTarget.value })}
                  />
                )}
              </Field>
            ))}
            <Field label={t('journal.filter.page')}>
              {(control) => (
                <select
                  {...control}
                  value={query.page}
                  onChange={(event) => ask({ page: event.currentTarget.value })}
                >
                  <option value="">{t('journal.filter.anyPage')}</option>
                  {pages.map((page) => (
                    <option key={page.id} value={page.id}>
                      {page.name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <p class="field-help" role="status">
            {t('journal.lines', { count: rows.length })}
          </p>
          <VirtualGrid
            label={t('journal.list.title')}
            describedBy={`${id}-keys`}
            template={template}
            columns={columns.map((column) => ({ head: t(`journal.column.${column}`) }))}
            naming={1}
            count={rows.length}
            current={current}
            column={cell.column}
            box={box}
            rowAt={rowAt}
            onPress={(press) => {
              const next = moveCell(
                { ...cell, row: Math.max(0, current) },
                press,
                rows.length,
                columns.length,
              );
              if (next !== undefined) setCell(next);
              return next !== undefined;
            }}
          />
          {rows.length === 0 && (
            <div class="buttons">
              <p class="field-help">{t('journal.noneMatches')}</p>
              <Button look="quiet" onClick={() => ask(wholeJournal)}>
                {t('journal.filter.clear')}
              </Button>
            </div>
          )}
          <p id={`${id}-keys`} class="field-help">
            {t('journal.keys')}
          </p>
          <div class="buttons">
            <Button
              busy={command.busy}
              disabled={rows.length === 0}
              describedBy={`${id}-export`}
              onClick={() => void command.run({ kind: 'exportJournal', filter })}
            >
              {t('journal.export')}
            </Button>
            <p id={`${id}-export`} class="field-help">
              {t('journal.exportHelp')}
            </p>
          </div>
        </div>
      )}
      {command.done?.kind === 'journalExported' && (
        <Notice tone="success" announce>
          {t('journal.exported', { count: command.done.lines, file: command.done.file })}
        </Notice>
      )}
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </Section>
  );

  function cellsOf(entry: Opened): GridRow['cells'] {
    const page = pageName(entry.page);
    const customer = customers.get(entry.tenantId);
    const identity = customer === undefined ? '' : identityText(customer);
    const named = (
      <>
        {entry.customer} <span class="journal-identity">{identity}</span>
      </>
    );
    const plain = (text: string) => ({ content: text, title: text });
    return [
      plain(time.format(entry.at)),
      { content: named, title: `${entry.customer} · ${identity}` },
      plain(entry.outcome === 'started' ? page : t('journal.notOpened', { page })),
      plain(wayInText(entry, t)),
      plain(entry.account ?? (entry.wayIn === null ? '' : t('journal.account.none'))),
    ];
  }
}
