import { describe, expect, it } from 'vitest';
import { handOverLinks, handOverText } from '#shared/journal/hand-over.ts';
import type { JournalEntry, Opened } from '#shared/journal/journal-entry.ts';
import { journalPageName, openingWaysIn, wayInText } from '#shared/journal/journal-texts.ts';
import { lastShift } from '#shared/journal/shift.ts';
import { translator } from '#shared/locales/messages.ts';
import { selectionIn } from '#shared/portals/links/selection-link.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { mayAsk, type WayIn } from '../../../../src/main/commands/entries.ts';
import { aTenantId } from '../../support/samples.ts';

const [one, two, three] = [aTenantId(), aTenantId(), aTenantId()];
const morning = new Date(2026, 10, 28, 8).getTime();
const hour = 3_600_000;
const opened = (hours: number, tenantId: TenantId, part: Partial<Opened> = {}): Opened => ({
  kind: 'opened',
  at: morning + hours * hour,
  tenantId,
  customer: `Customer ${[one, two, three].indexOf(tenantId)}`,
  page: 'defender',
  outcome: 'started',
  late: false,
  wayIn: 'finder',
  account: null,
  ...part,
});
const ended = (hours: number): JournalEntry => ({ kind: 'shift-ended', at: morning + hours * hour });
const who = (...entries: readonly JournalEntry[]) =>
  lastShift(entries)?.customers.map(({ tenantId }) => tenantId);

describe('the shift that is handed over', () => {
  it('has every customer once, in the order of the first opening, each with its pages and times', () => {
    const shift = lastShift([
      opened(0, one),
      opened(1, two),
      opened(2, one, { page: 'incidents', customer: 'Renamed' }),
    ]);
    expect(shift).toMatchObject({ from: morning, to: morning + 2 * hour, begin: 'first' });
    expect(shift?.customers).toEqual([
      {
        tenantId: one,
        name: 'Renamed',
        opened: [
          { at: morning, page: 'defender' },
          { at: morning + 2 * hour, page: 'incidents' },
        ],
      },
      { tenantId: two, name: 'Customer 1', opened: [{ at: morning + hour, page: 'defender' }] },
    ]);
  });

  it('begins after the last end of a shift', () => {
    expect(who(opened(0, one), ended(1), opened(1.1, two))).toEqual([two]);
    expect(lastShift([opened(0, one), ended(1), opened(1.1, two)])?.begin).toBe('ended');
  });

  it('is the one that has just ended where nobody has been opened since', () => {
    expect(who(opened(-2, three), ended(-1), opened(0, one), opened(1, two), ended(2), ended(2.1))).toEqual([
      one,
      two,
    ]);
  });

  it('begins after a pause of six hours, and goes on over midnight', () => {
    expect(who(opened(0, one), opened(5.9, two), opened(11.8, three))).toEqual([one, two, three]);
    expect(who(opened(0, one), opened(6, two))).toEqual([two]);
    expect(lastShift([opened(0, one), opened(6, two)])?.begin).toBe('pause');
    expect(who(opened(12, one), opened(17, two))).toEqual([one, two]);
  });

  it('ends where the clock was set back by so much, and has its times in order where by less', () => {
    expect(who(opened(24, one), opened(0, two), opened(1, three))).toEqual([two, three]);
    expect(lastShift([opened(24, one), opened(0, two), opened(1, three)])).toMatchObject({
      begin: 'pause',
      from: morning,
      to: morning + hour,
    });
    expect(lastShift([opened(2, one), opened(3, two), opened(1, three), opened(1.5, one)])).toMatchObject({
      begin: 'first',
      from: morning + hour,
      to: morning + 3 * hour,
      customers: [{ tenantId: one }, { tenantId: two }, { tenantId: three }],
    });
    // Set back again and again, no shift is longer than any other.
    const day = Array.from({ length: 10 }, (_, at) => opened(-at * 2, at === 0 ? one : two));
    expect(lastShift(day)).toMatchObject({
      begin: 'longest',
      from: morning - 18 * hour,
      to: morning - 2 * hour,
    });
  });

  it('is never longer than sixteen hours', () => {
    const day = Array.from({ length: 10 }, (_, at) => opened(at * 2, at === 0 ? one : two));
    expect(who(...day)).toEqual([two]);
    expect(lastShift(day)).toMatchObject({ begin: 'longest', from: morning + 2 * hour });
  });

  it('has nobody who was not opened: neither at once, nor within seconds', () => {
    const failed = { outcome: 'browser-failed' };
    expect(who(opened(0, one), opened(1, two, failed))).toEqual([one]);
    expect(who(opened(0, one), opened(1, two), opened(1, two, { ...failed, late: true }))).toEqual([one]);
    // A second launch that fails at once takes nothing away from the first.
    expect(who(opened(0, one), opened(0.1, one, failed))).toEqual([one]);
    // Of two launches only one ended.
    expect(who(opened(0, one), opened(1, one), opened(1, one, { ...failed, late: true }))).toEqual([one]);
    expect(lastShift([opened(0, one, failed)])).toBeNull();
  });

  it('is none without a launch', () => {
    expect(lastShift([])).toBeNull();
    expect(lastShift([ended(0)])).toBeNull();
  });
});

describe('as a text', () => {
  it.each(['en', 'fr'] as const)(
    'it has names, domains, pages and times, and the link, in %s',
    (language) => {
      const t = translator(language);
      const shift = lastShift([opened(0, one), opened(1, two, { page: 'incidents' })]);
      if (shift === null) throw new Error('there is a shift');
      const text = handOverText(shift, {
        t,
        language,
        pageName: (page) => journalPageName(page, defaultSettings, t),
        detailOf: ({ tenantId }) => `domain of ${tenantId}`,
      });
      const lines = text.split('\n');
      expect(lines[0]).toMatch(language === 'en' ? /^Hand-over: 2 customers, / : /^Passation\s: 2 clients, /);
      expect(lines).toContain(`Customer 0 (domain of ${one})`);
      expect(lines.find((line) => line.includes(t('page.incidents')))).toMatch(/^ {2}0?9:00/);
      expect(selectionIn(text)).toEqual([one, two]);
      expect(text).not.toContain('{{');
    },
  );

  it('two hundred customers and more take several links, which are read together up to that many', () => {
    const many = Array.from({ length: 250 }, () => aTenantId());
    const shift = lastShift(many.map((tenantId, at) => opened(at / 1_000, tenantId)));
    if (shift === null) throw new Error('there is a shift');
    expect(handOverLinks(shift).split('\n')).toHaveLength(2);
    expect(selectionIn(handOverLinks(shift))).toEqual(many.slice(0, 200));
  });
});

describe('the words of the journal', () => {
  const t = translator('en');

  it('name every way in that can open a customer', () => {
    const ways: readonly WayIn[] = [
      'finder',
      'setup',
      'settings',
      'tray',
      'notice',
      'hotkey',
      'clipboard-hotkey',
      'second-start',
      'link',
      'status-notice',
      'command-line',
    ];
    const opening = ways.filter((way) =>
      (['open', 'openLink', 'openMany', 'openClipboard'] as const).some((kind) => mayAsk(way, kind)),
    );
    expect([...openingWaysIn].toSorted()).toEqual(opening.toSorted());
    for (const wayIn of opening) expect(wayInText({ wayIn }, t)).not.toBe('');
    expect(wayInText({ wayIn: null }, t)).toBe('');
    expect(wayInText({ wayIn: 'telepathy' }, t)).toBe('');
  });

  it.each([
    ['incidents', 'Defender: incidents'],
    ['link', 'Link'],
    ['indicator-user', 'Indicator'],
    ['hunt:Sign-ins%20at%20night', 'Sign-ins at night'],
    ['hunt:%E0%A4%A', '%E0%A4%A'],
    ['own-gone', 'A page that is no longer there'],
    ['something', 'something'],
  ])('name the page %s', (page, name) => {
    expect(journalPageName(page, defaultSettings, t)).toBe(name);
  });
});
