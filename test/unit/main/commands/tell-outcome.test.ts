import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { mayAsk, type WayIn } from '../../../../src/main/commands/entries.ts';
import { openClipboard } from '../../../../src/main/commands/open-clipboard.ts';
import { TellOutcome } from '../../../../src/main/commands/tell-outcome.ts';

const tenantId = parseTenantId('11111111-1111-4111-8111-111111111111');
if (tenantId === undefined) throw new Error('no tenant id');
const open: Command = { kind: 'open', tenantId, page: 'defender' };

/** What was done, in order. */
let done: string[];
let tell: TellOutcome;

beforeEach(() => {
  done = [];
  const note =
    (what: string) =>
    (...values: readonly unknown[]) =>
      void done.push([what, ...values.map(nameOf)].join(' '));
  tell = new TellOutcome({
    finder: {
      show: note('show'),
      bringBack: note('bring back'),
      bringBackToTell: note('bring back to tell'),
    },
    status: { report: note('report'), resolve: note('resolve') },
    bringForward: note('bring forward'),
    showSettings: note('settings'),
    tellFinder: note('tell'),
    instruct: note('instruct'),
    discoverBrowsers: note('look'),
    warn: vi.fn<(message: string) => void>(),
  });
});

function nameOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'kind' in value ? String(value.kind) : String(value);
}

function told(command: Command, wayIn: WayIn, outcome: Problem | CommandOutcome): readonly string[] {
  tell.tell(command, wayIn, 'ok' in outcome ? outcome : err(outcome));
  return done;
}

describe('what worked', () => {
  it('ends the troubles that it mends, and no other', () => {
    const [only, ...others] = told({ kind: 'signIn' }, 'finder', ok({ kind: 'done' }));
    expect(others).toEqual([]);
    expect(only).toMatch(/^resolve .*tokens-unreadable/);
    expect(only).not.toContain('storage');
  });

  it.each([
    [[], false],
    [[{ tenantId, customer: 'Contoso', problem: problem('no-browser', {}) }], true],
  ] as const)(
    'of many brings the finder back, to stay, only when some could not be opened',
    (failed, comes) => {
      const command: Command = { kind: 'openMany', tenantIds: [tenantId], page: 'defender' };
      expect(
        told(command, 'finder', ok({ kind: 'openedMany', opened: 1, failed })).includes('bring back to tell'),
      ).toBe(comes);
    },
  );
});

describe('what did not work', () => {
  const missing = problem('no-browser', {});

  it('is told by the finder when a key or the tray asked, and browsers are looked for again', () => {
    expect(told(open, 'tray', missing)).toEqual(['look', 'bring back', 'tell no-browser', 'bring back']);
  });

  it('is shown by the finder that asked, which comes back for it', () => {
    expect(told(open, 'finder', missing)).toEqual(['look', 'bring back']);
  });

  it('is told at the terminal that asked, and nowhere else', () => {
    expect(told(open, 'command-line', missing)).toEqual(['look']);
  });

  it('shows a sign-in that the finder asked for, because it is gone by then', () => {
    expect(told({ kind: 'signIn' }, 'finder', problem('offline', { host: 'x' }))).toEqual([
      'tell offline',
      'bring back',
    ]);
  });

  it('leaves a sign-in that the user called off', () => {
    expect(told({ kind: 'signIn' }, 'tray', problem('sign-in-cancelled', {}))).toEqual([]);
  });

  it('leaves a sync to the status', () => {
    expect(told({ kind: 'sync' }, 'tray', problem('offline', { host: 'x' }))).toEqual([]);
  });

  it('opens the form that has the field, where a field mends it', () => {
    expect(told({ kind: 'signIn' }, 'tray', problem('client-id-invalid', { text: 'x' }))).toEqual([
      'report client-id-invalid',
      'settings accounts',
    ]);
  });

  const unread = problem('instruction-unread', { tenantId, customer: 'Contoso' });

  it('has an instruction read in the finder, whoever asked', () => {
    expect(told(open, 'command-line', unread)).toEqual(['show', 'instruct open']);
  });

  it('has the finder ask for the link itself that was in the clipboard', async () => {
    const outcome = await openClipboard(
      () => 'https://security.microsoft.com/?tid=x',
      { run: async () => err(unread) },
      () => err(unread),
    );
    expect(told({ kind: 'openClipboard' }, 'clipboard-hotkey', outcome)).toEqual([
      'show',
      'instruct openLink',
    ]);
    expect(mayAsk('finder', 'openLink')).toBe(true);
  });

  it('leaves it to the finder that asked', () => {
    expect(told(open, 'finder', unread)).toEqual(['look', 'bring back']);
  });
});

it.each(['setup', 'settings'] as const)(
  'a sign-in that worked brings the form that asked for it to the front: %s',
  (wayIn) => {
    tell.tell({ kind: 'signIn' }, wayIn, ok({ kind: 'done' }));
    expect(done).toContain(`bring forward ${wayIn}`);
  },
);

it.each(['finder', 'tray'] as const)('no form comes for a sign-in from the %s', (wayIn) => {
  tell.tell({ kind: 'signIn' }, wayIn, ok({ kind: 'done' }));
  expect(done.filter((each) => each.startsWith('bring forward'))).toEqual([]);
});
