import { beforeEach, describe, expect, it } from 'vitest';
import { IncidentNotices, type IncidentNotice } from '../../../../src/main/incidents/incident-notices.ts';
import { isQuiet, newIncidentIn } from '../../../../src/main/incidents/plan-notice.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { IncidentCount } from '#shared/incidents/incidents.ts';
import { translator } from '#shared/locales/messages.ts';
import type { QuietHours } from '#shared/settings/settings.ts';
import { aCount } from '../../support/incidents.ts';
import { aCustomer } from '../../support/samples.ts';

const high = (number: number): IncidentCount =>
  aCount({
    total: 1,
    bySeverity: { high: 1, medium: 0, low: 0, informational: 0 },
    newestHigh: {
      number: String(number),
      at: new Date(Date.UTC(2026, 10, 28) + number * 60_000).toISOString(),
      severity: 'high',
    },
  });

let customers: readonly Customer[];
let settings: { incidentNotices: boolean; quietHours: QuietHours | null };
let now: number;
let shown: IncidentNotice[];
let later: { readonly run: () => void; readonly at: number }[];
let notices: IncidentNotices;

beforeEach(() => {
  customers = [
    aCustomer({ name: 'Contoso', favourite: true }),
    aCustomer({ name: 'Fabrikam', favourite: true }),
    aCustomer({ name: 'Adatum' }),
  ];
  settings = { incidentNotices: true, quietHours: null };
  now = new Date(2026, 10, 28, 12, 0).getTime();
  shown = [];
  later = [];
  notices = new IncidentNotices({
    settings: () => settings,
    find: (tenantId) => customers.find((each) => each.tenantId === tenantId),
    show: (notice) => shown.push(notice),
    t: () => translator('en'),
    now: () => new Date(now),
    later: (run, milliseconds) => {
      later.push({ run, at: now + milliseconds });
      return () => undefined;
    },
  });
});

function tell(index: number, number: number, before: IncidentCount | null = high(1)): void {
  const customer = customers[index];
  if (customer !== undefined) notices.counted(customer.tenantId, high(number), before ?? undefined);
}
function pass(milliseconds: number): void {
  now += milliseconds;
  const due = later.filter(({ at }) => at <= now);
  later = later.filter(({ at }) => at > now);
  for (const { run } of due) run();
}

it('a new incident of a favourite is told with its number, and a click opens it at that customer', () => {
  tell(0, 2);
  expect(shown).toEqual([
    {
      title: 'Contoso',
      body: 'New high-severity incident: 2',
      command: {
        kind: 'open',
        tenantId: customers[0]?.tenantId,
        page: 'defender',
        indicator: { kind: 'incident', value: '2' },
      },
    },
  ]);
});

it('nobody is told of others, of what was there already, of an older one, or while it is switched off', () => {
  tell(2, 2);
  tell(0, 1);
  tell(0, 2, null);
  tell(0, 2, high(3));
  settings = { ...settings, incidentNotices: false };
  tell(0, 2);
  expect(shown).toEqual([]);
});

it('one notice a minute at most: what comes meanwhile is told together', () => {
  tell(0, 2);
  tell(1, 2);
  tell(0, 3, high(2));
  expect(shown).toHaveLength(1);
  pass(59_000);
  expect(shown).toHaveLength(1);
  pass(1_000);
  expect(shown[1]).toMatchObject({ title: 'New high-severity incidents at 2 customers' });
  expect(shown[1]?.body.split(', ').sort()).toEqual(['Contoso', 'Fabrikam']);
  pass(600_000);
  expect(shown).toHaveLength(2);
});

it('a clock that is set back by a year makes nobody wait longer than a minute', () => {
  tell(0, 2);
  now -= 365 * 24 * 60 * 60_000;
  tell(1, 2);
  expect(shown).toHaveLength(1);
  pass(60_000);
  expect(shown).toHaveLength(2);
});

it('what is not wanted any more when its minute comes is not told', () => {
  tell(0, 2);
  tell(1, 2);
  customers = customers.map((customer) => ({ ...customer, favourite: false }));
  pass(60_000);
  expect(shown).toHaveLength(1);
});

it('quiet hours are quiet, also for what waits when they begin', () => {
  settings = { ...settings, quietHours: { from: '12:01', to: '07:00' } };
  tell(0, 2);
  tell(1, 2);
  pass(60_000);
  tell(0, 3, high(2));
  pass(3_600_000);
  expect(shown).toHaveLength(1);
});

describe('quiet hours', () => {
  const at = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

  it.each([
    ['22:00', '07:00', '21:59', false],
    ['22:00', '07:00', '22:00', true],
    ['22:00', '07:00', '03:00', true],
    ['22:00', '07:00', '07:00', false],
    ['12:00', '13:00', '12:30', true],
    ['12:00', '13:00', '13:00', false],
    ['12:00', '12:00', '12:00', false],
  ] as const)('from %s to %s: %s', (from, to, time, quiet) => {
    expect(isQuiet({ from, to }, at(time))).toBe(quiet);
  });

  it('are none until they are set', () => {
    expect(isQuiet(null, 0)).toBe(false);
  });
});

it('where the newest of several high ones was not known, nobody says which is new', () => {
  const customer = aCustomer({ favourite: true });
  const unknown = aCount({ bySeverity: { high: 60, medium: 0, low: 0, informational: 0 } });
  expect(newIncidentIn(customer, high(2), unknown)).toBeUndefined();
  expect(newIncidentIn(customer, high(2), aCount())).toMatchObject({ number: '2' });
});
