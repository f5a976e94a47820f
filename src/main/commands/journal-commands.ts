import type { CommandOutcome } from '#shared/commands/command.ts';
import { identityDetail } from '#shared/customer/customer-identity.ts';
import { filterOf, type JournalFilter } from '#shared/journal/journal-filter.ts';
import { readJournalLine, type JournalEntry, type Opened } from '#shared/journal/journal-entry.ts';
import { handOverLinks, handOverText } from '#shared/journal/hand-over.ts';
import { type HandOver, lastShift, type ShiftCustomer } from '#shared/journal/shift.ts';
import { journalPageName, wayInText } from '#shared/journal/journal-texts.ts';
import type { Language } from '#shared/locales/language.ts';
import type { Translate } from '#shared/locales/messages.ts';
import type { PageSettings } from '#shared/portals/pages.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { csvLine, utf8Mark } from '../customers/exports/csv-export.ts';
import type { ListSeparator } from '../customers/exports/list-separator.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { Journal } from '../state/journal/journal.ts';
import type { Files } from '../system/files/files.ts';

export interface JournalCommandOptions {
  readonly journal: Pick<Journal, 'read'>;
  readonly directory: Pick<Directory, 'find'>;
  readonly pages: () => PageSettings;
  readonly texts: () => { readonly t: Translate; readonly language: Language };
  /** Asks for a place; nothing when the user changes their mind. */
  readonly chooseJournalPlace: () => Promise<string | undefined>;
  /** The separator that this user's spreadsheets expect between two cells. */
  readonly separator: () => Promise<ListSeparator>;
  readonly files: Pick<Files, 'write'>;
  readonly write: (text: string) => Promise<void> | void;
}

/** Puts this shift into the clipboard. Errors: `shift-empty`, `storage-unreadable`. */
export async function handOver(options: JournalCommandOptions, what: HandOver): Promise<CommandOutcome> {
  const { directory, journal, pages, texts, write } = options;
  const entries: JournalEntry[] = [];
  const read = await readJournal(journal, (entry) => entries.push(entry));
  if (!read.ok) return read;
  const shift = lastShift(entries);
  if (shift === null) return err(problem('shift-empty', {}));
  const { language, t } = texts();
  const pageName = (page: string) => journalPageName(page, pages(), t);
  const detailOf = ({ tenantId }: ShiftCustomer) =>
    identityDetail(t, directory.find(tenantId) ?? { tenantId, domains: [] });
  await write(
    what === 'links' ? handOverLinks(shift) : handOverText(shift, { t, language, pageName, detailOf }),
  );
  return ok({ kind: 'handedOver', customers: shift.customers.length });
}

/**
 * Writes the lines that the filter wants as a table, oldest first. Errors: `cancelled`, `storage-unreadable`, those of
 * `Files.write`.
 */
export async function exportJournal(
  options: JournalCommandOptions,
  filter: JournalFilter,
): Promise<CommandOutcome> {
  const path = await options.chooseJournalPlace();
  if (path === undefined) return err(problem('cancelled', {}));
  const { t } = options.texts();
  const settings = options.pages();
  const separator = await options.separator();
  const isWanted = filterOf(filter);
  const headings = columns.map(([key]) => t(`journal.column.${key}`));
  const written: Buffer[] = [Buffer.from(utf8Mark + csvLine(headings, separator))];
  // The same few for thousands of lines.
  const pageNames = new Map<string, string>();
  const pageName = (page: string): string => {
    const name = pageNames.get(page) ?? journalPageName(page, settings, t);
    pageNames.set(page, name);
    return name;
  };
  const known = { t, pageName, directory: options.directory };
  let lines = 0;
  const read = await readJournal(options.journal, (entry) => {
    if (entry.kind !== 'opened' || !isWanted(entry)) return;
    lines += 1;
    const cells = columns.map(([, cellOf]) => cellOf(entry, known));
    written.push(Buffer.from(csvLine(cells, separator)));
  });
  if (!read.ok) return read;
  const done = await options.files.write(path, Buffer.concat(written));
  return done.ok ? ok({ kind: 'journalExported', file: path, lines }) : done;
}

interface Known {
  readonly t: Translate;
  readonly pageName: (page: string) => string;
  readonly directory: Pick<Directory, 'find'>;
}

type Column = 'time' | 'utc' | 'customer' | 'domain' | 'tenantId' | 'page' | 'wayIn' | 'account' | 'outcome';

const columns: readonly (readonly [Column, cellOf: (entry: Opened, known: Known) => string])[] = [
  ['time', ({ at }) => localTime(at)],
  ['utc', ({ at }) => new Date(at).toISOString()],
  ['customer', ({ customer }) => customer],
  ['domain', ({ tenantId }, { directory }) => domainOf(directory.find(tenantId))],
  ['tenantId', ({ tenantId }) => tenantId],
  ['page', ({ page }, { pageName }) => pageName(page)],
  ['wayIn', (entry, { t }) => wayInText(entry, t)],
  ['account', ({ account }) => account ?? ''],
  ['outcome', ({ outcome }, { t }) => t(`journal.outcome.${outcome === 'started' ? 'started' : 'failed'}`)],
];

function domainOf(customer: ReturnType<Directory['find']>): string {
  return customer?.defaultDomain ?? customer?.domains[0] ?? '';
}

/** As every spreadsheet takes it for a time, on this computer's clock. */
function localTime(at: number): string {
  const time = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return `${day} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':')}`;
}

/** Visits every line that can be read, oldest first. A part at a time: what else waits has its turn between two. */
async function readJournal(
  journal: JournalCommandOptions['journal'],
  visit: (entry: JournalEntry) => void,
): Promise<Result<void, Problem>> {
  for (let from = 0; ;) {
    const part = await journal.read(from);
    if (!part.ok) return part;
    for (const line of part.value.text.split('\n')) {
      const entry = readJournalLine(line);
      if (entry !== undefined) visit(entry);
    }
    if (part.value.end) return ok(undefined);
    from = part.value.next;
  }
}
