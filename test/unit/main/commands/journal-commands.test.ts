import { describe, expect, it } from 'vitest';
import type { Customer } from '#shared/customer/customer.ts';
import { done } from '#shared/commands/outcomes.ts';
import type { JournalFilter } from '#shared/journal/journal-filter.ts';
import { translator } from '#shared/locales/messages.ts';
import { selectionIn, selectionLinks } from '#shared/portals/links/selection-link.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { exportJournal, handOver } from '../../../../src/main/commands/journal-commands.ts';
import { openClipboard } from '../../../../src/main/commands/open-clipboard.ts';
import { selectCustomers } from '../../../../src/main/commands/select-customers.ts';
import { enter } from '../../../../src/main/entry/ways-in.ts';
import { readStart } from '../../../../src/main/entry/start.ts';
import { aCustomer } from '../../support/samples.ts';

const contoso = aCustomer({ name: 'Contoso', defaultDomain: 'contoso.com', domains: ['contoso.com'] });
const fabrikam = aCustomer({ name: 'Fabrikam' });
const all: JournalFilter = { tenantIds: null, from: null, to: null, page: null };
const at = new Date(2026, 10, 28, 8, 5, 9);

const lineOf = ({ name, tenantId }: Customer, part: object = {}) =>
  JSON.stringify({
    at: at.toISOString(),
    tenantId,
    customer: name,
    page: 'incidents',
    outcome: 'started',
    wayIn: 'tray',
    account: 'alice@mssp.example',
    ...part,
  });

function desk(lines: readonly string[], part: { place?: string | undefined; separator?: ';' } = {}) {
  const text = lines.map((line) => `${line}\n`).join('');
  const files: { path: string; content: string }[] = [];
  const copied: string[] = [];
  const customers = new Map([contoso, fabrikam].map((each) => [each.tenantId, each]));
  const options = {
    // One line a part, as a long file has many parts.
    journal: {
      read: async (from: number) => {
        const next = text.indexOf('\n', from) + 1;
        return ok({ text: text.slice(from, next), next, end: next >= text.length, version: 0 });
      },
    },
    directory: { find: (tenantId: Customer['tenantId']) => customers.get(tenantId) },
    pages: () => defaultSettings,
    texts: () => ({ t: translator('en'), language: 'en' as const }),
    chooseJournalPlace: async () => ('place' in part ? part.place : '/home/a/journal.csv'),
    separator: async () => part.separator ?? (',' as const),
    files: {
      write: async (path: string, content: Uint8Array) => {
        files.push({ path, content: Buffer.from(content).toString() });
        return ok(undefined);
      },
    },
    write: (written: string) => void copied.push(written),
  };
  return { options, files, copied };
}

describe('the export of the journal', () => {
  it('has a line each, oldest first, with both times, and UTF-8 that spreadsheets know', async () => {
    const { files, options } = desk([lineOf(contoso), lineOf(fabrikam, { account: null, outcome: 'x' })]);
    expect(await exportJournal(options, all)).toEqual(
      ok({ kind: 'journalExported', file: '/home/a/journal.csv', lines: 2 }),
    );
    expect(files[0]?.content.split('\r\n')).toEqual([
      '\uFEFFTime,"Time (UTC)",Customer,Domain,"Tenant ID",Page,"Opened from",Account,Result',
      `"2026-11-28 08:05:09",${at.toISOString()},Contoso,contoso.com,${contoso.tenantId},"Defender: incidents",Tray,alice@mssp.example,Opened`,
      `"2026-11-28 08:05:09",${at.toISOString()},Fabrikam,,${fabrikam.tenantId},"Defender: incidents",Tray,,"Not opened"`,
      '',
    ]);
  });

  it('runs nothing in a spreadsheet, whatever a customer, a page or an account is called', async () => {
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'];
    const { files, options } = desk(
      hostile.map((text) => lineOf(contoso, { customer: text, account: text, page: `hunt:${text}` })),
      { separator: ';' },
    );
    await exportJournal(options, all);
    const rows = (files[0]?.content ?? '').trimEnd().split('\r\n').slice(1);
    expect(rows).toHaveLength(hostile.length);
    for (const row of rows)
      for (const cell of row.split(';')) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t＝]/);
  });

  it('has only what the filter wants, and leaves broken lines and ends of shifts out', async () => {
    const { files, options } = desk([
      lineOf(contoso),
      '{"at":',
      JSON.stringify({ at: at.toISOString(), shiftEnded: true }),
      lineOf(fabrikam),
      lineOf(contoso, { page: 'defender' }),
    ]);
    const filter = { ...all, tenantIds: [contoso.tenantId], page: 'incidents' };
    expect(await exportJournal(options, filter)).toMatchObject({ value: { lines: 1 } });
    expect(files[0]?.content).not.toContain('Fabrikam');
  });

  it('writes nothing where nobody chose a place, or where the journal cannot be read', async () => {
    const changed = desk([lineOf(contoso)], { place: undefined });
    expect(await exportJournal(changed.options, all)).toMatchObject({ error: { kind: 'cancelled' } });
    const { files, options } = desk([]);
    const unreadable = problem('storage-unreadable', { record: 'journal', path: '/x', reason: 'EIO' });
    const broken = { ...options, journal: { read: async () => err(unreadable) } };
    expect(await exportJournal(broken, all)).toEqual(err(unreadable));
    expect([...files, ...changed.files]).toEqual([]);
  });
});

describe('the hand-over', () => {
  it('is copied as a text with domains, or as links alone', async () => {
    const { copied, options } = desk([lineOf(contoso), lineOf(fabrikam)]);
    expect(await handOver(options, 'text')).toEqual(ok({ kind: 'handedOver', customers: 2 }));
    expect(copied[0]).toContain(`Contoso (contoso.com · ID ends in ${contoso.tenantId.slice(-6)})`);
    expect(selectionIn(copied[0] ?? '')).toEqual([contoso.tenantId, fabrikam.tenantId]);
    await handOver(options, 'links');
    expect(copied[1]).toBe(selectionLinks([contoso.tenantId, fabrikam.tenantId]).join('\n'));
  });

  it('of nothing copies nothing', async () => {
    const { copied, options } = desk([lineOf(contoso, { outcome: 'browser-failed' })]);
    expect(await handOver(options, 'text')).toMatchObject({ error: { kind: 'shift-empty' } });
    expect(copied).toEqual([]);
  });
});

describe('customers to be selected', () => {
  const [link = ''] = selectionLinks([contoso.tenantId, fabrikam.tenantId]);

  it('are shown in the finder; who is not listed is counted', () => {
    const told: unknown[] = [];
    const options = {
      directory: { find: (id: string) => (id === contoso.tenantId ? contoso : undefined) },
      finder: { show: () => void told.push('shown') },
      tellSelection: (selection: unknown) => void told.push(selection),
    };
    expect(selectCustomers(options, [fabrikam.tenantId, contoso.tenantId])).toEqual(done);
    expect(told).toEqual(['shown', { tenantIds: [contoso.tenantId], unlisted: 1 }]);
    expect(selectCustomers(options, [fabrikam.tenantId])).toMatchObject({
      error: { kind: 'selection-unlisted' },
    });
    expect(told).toHaveLength(2);
  });

  it('by a clicked link: nothing but that is asked for', async () => {
    const asked: unknown[] = [];
    const refused: unknown[] = [];
    const ways = {
      settings: () => defaultSettings,
      ask: async (command: unknown, wayIn: string) => {
        asked.push([command, wayIn]);
        return done;
      },
      refuse: (trouble: unknown) => void refused.push(trouble),
    };
    await enter(readStart([link]), ways);
    expect(asked).toEqual([
      [{ kind: 'selectCustomers', tenantIds: [contoso.tenantId, fabrikam.tenantId] }, 'link'],
    ]);
    await enter(readStart([`${link}&page=incidents`]), ways);
    await enter(readStart([`${link},${'x'.repeat(36)}`]), ways);
    expect(asked).toHaveLength(1);
    expect(refused).toMatchObject([{ kind: 'link-malformed' }, { kind: 'link-malformed' }]);
  });

  it('by the clipboard: they are selected, and nothing is opened', async () => {
    const selected: unknown[] = [];
    const outcome = await openClipboard(
      () => `Please go on:\n${link}`,
      {
        run: () => {
          throw new Error('it opens');
        },
      },
      (tenantIds) => {
        selected.push(tenantIds);
        return done;
      },
    );
    expect(outcome).toEqual(done);
    expect(selected).toEqual([[contoso.tenantId, fabrikam.tenantId]]);
  });
});
