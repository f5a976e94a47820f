import { describe, expect, it } from 'vitest';
import { StatusNotices } from '../../../../../src/main/desktop/notices/status-notices.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { translator } from '#shared/locales/messages.ts';
import { problem } from '#shared/problems/problem.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import type { Status } from '#shared/status/status.ts';
import { aCustomer, anAccount, aStatus } from '../../../support/samples.ts';

const now = Date.parse('2026-11-28T12:00:00Z');
const t = translator('en');

/** What each status in turn gives, with the customers that are there then. */
function told(...steps: readonly (readonly [Partial<Status>, readonly Customer[]])[]) {
  const notices = new StatusNotices();
  return steps.map(([status, list], revision) =>
    notices
      .plan(
        aStatus(status),
        { revision, customers: () => new Map(list.map((each) => [each.tenantId, each])) },
        now,
        t,
      )
      .map(({ body, page, title }) => `${title} | ${body} | ${page}`),
  );
}
const settings = (part: Partial<Settings>): Settings => ({ ...defaultSettings, ...part });
const sync = (running: boolean, lastSuccess: string | null = '2026-11-28T00:00:00Z') => ({
  sync: { ...aStatus().sync, running, lastSuccess },
});
const [contoso, fabrikam, adatum] = [
  aCustomer({ name: 'Contoso' }),
  aCustomer({ name: 'Fabrikam' }),
  aCustomer({ name: 'Adatum' }),
] as const;

describe('a notice', () => {
  it('tells once that a sign-in has ended, and leads to the accounts', () => {
    const ana = anAccount('ana');
    const ended = {
      ...ana,
      state: 'needs-sign-in' as const,
      problem: problem('sign-in-needed', { account: 'ana' }),
    };
    expect(told([{ accounts: [ana] }, []], [{ accounts: [ended] }, []], [{ accounts: [ended] }, []])).toEqual(
      [[], ['Sign in again | The sign-in of ana@mssp.example has ended. | accounts'], []],
    );
    const off = settings({ notifySignIn: false });
    expect(told([{ accounts: [ana] }, []], [{ accounts: [ended], settings: off }, []])[1]).toEqual([]);
    // Signed out on purpose, or ended before the start: nothing happened just now.
    expect(told([{ accounts: [ana] }, []], [{ accounts: [] }, []])[1]).toEqual([]);
    expect(told([{ accounts: [ended] }, []])[0]).toEqual([]);
  });

  it('tells whom a sync brought and lost, with names; never of the first sync, or of an import', () => {
    const gone = { ...contoso, lastListed: '2026-11-27T00:00:00Z' };
    const steps = [
      [sync(false), [contoso]],
      [sync(true), [contoso]],
      [sync(false), [gone, fabrikam, adatum]],
    ] as const;
    expect(told(...steps)[2]).toEqual([
      '2 new customers | Fabrikam, Adatum | customers',
      '1 customer is no longer listed | Contoso | customers',
    ]);
    const off = settings({ notifyCustomers: false });
    expect(told(...steps.map(([status, list]) => [{ ...status, settings: off }, list] as const))[2]).toEqual(
      [],
    );
    expect(told([sync(false, null), []], [sync(true, null), []], [sync(false), [contoso]])[2]).toEqual([]);
    expect(told([sync(false), []], [sync(false), [contoso]])[1]).toEqual([]);
    expect(told([sync(false), [contoso]], [sync(true), [contoso]], [sync(false), [contoso]])[2]).toEqual([]);
  });

  it('tells of many by three names and their number', () => {
    const many = Array.from({ length: 5 }, (_, index) => aCustomer({ name: `C${index}` }));
    expect(told([sync(false), []], [sync(true), []], [sync(false), many])[2]).toEqual([
      '5 new customers | C0, C1, C2 and 2 more | customers',
    ]);
  });

  it('tells once of an access that ends within 14 days, and again when its end has moved', () => {
    const ends = (date: string, part: Partial<Customer> = {}) => ({ ...contoso, ends: date, ...part });
    const title = 'Access to 1 customer ends within 14 days | Contoso | customers';
    const soon = ends('2026-12-12T12:00:00Z');
    const moved = ends('2026-12-05T12:00:00Z');
    const list = [sync(true), [soon]] as const;
    expect(
      told([{}, [soon]], list, [sync(false), [soon]], [sync(true), [moved]], [sync(false), [moved]]),
    ).toEqual([[title], [], [], [], [title]]);
    // At the start the list comes after the first status.
    expect(told([{}, []], [{}, [soon]], [{}, [soon]])).toEqual([[], [title], []]);
    for (const other of [
      ends('2026-12-12T12:00:01Z'),
      ends('2026-11-28T11:59:59Z'),
      ends('2026-12-01T00:00:00Z', { hidden: true }),
    ])
      expect(told([{}, [other]])[0]).toEqual([]);
    expect(told([{ settings: settings({ notifyAccess: false }) }, [soon]])[0]).toEqual([]);
  });

  it('tells that the hotkey was lost; not when the user pauses it or takes another one', () => {
    const lost = { hotkey: { active: null, refused: 'Control+Shift+Space', instead: null } };
    expect(told([{}, []], [lost, []])[1]).toEqual([
      'The hotkey no longer works | Another program has taken Ctrl+Shift+Space. Choose another one. | finder',
    ]);
    expect(told([{}, []], [{ hotkeysPaused: true }, []])[1]).toEqual([]);
    expect(
      told([{}, []], [{ hotkey: { active: 'Control+A', refused: null, instead: null } }, []])[1],
    ).toEqual([]);
    expect(told([{}, []], [{ ...lost, settings: settings({ notifyHotkey: false }) }, []])[1]).toEqual([]);
    expect(told([lost, []])[0]).toEqual([]);
  });
});
