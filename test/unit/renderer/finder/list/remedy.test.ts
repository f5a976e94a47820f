import { describe, expect, it } from 'vitest';
import { remedyActionFor } from '../../../../../src/renderer/ui/remedy-action.ts';
import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { homeOf } from '#shared/problems/remedy.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/result.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import type { AccountStatus, Status } from '#shared/status/status.ts';
import { aStatus, aTenantId } from '../../../support/samples.ts';

const ana: AccountStatus = {
  id: 'ana-id',
  username: 'ana@mssp.example',
  homeTenantId: aTenantId(),
  state: 'needs-sign-in',
  problem: null,
};
const registered = { settings: { ...defaultSettings, clientId: aTenantId() }, accounts: [ana] };

function press(trouble: Problem, status: Partial<Status> = registered, canRetry = false) {
  const commands: Command[] = [];
  let retried = 0;
  const api = {
    run: (command: Command): Promise<CommandOutcome> => {
      commands.push(command);
      return Promise.resolve(ok({ kind: 'done' }));
    },
  };
  const retry = (): void => void (retried += 1);
  const remedy = remedyActionFor(trouble, {
    api,
    status: aStatus(status),
    ...(canRetry && { retry }),
  });
  remedy?.act();
  return { commands, label: remedy?.label, retried };
}

describe('a problem carries what to do about it', () => {
  it.each<[string, Problem, readonly Command[]]>([
    ['remedy.browsers', problem('no-browser', {}), [{ kind: 'showSettings', page: 'browsers' }]],
    [
      'remedy.rows',
      problem('shared-list-held', { customer: 'Contoso' }),
      [{ kind: 'showSettings', page: 'sources' }],
    ],
    ['remedy.sync', problem('offline', { host: 'x.example' }), [{ kind: 'sync' }]],
    [
      'remedy.portals',
      problem('host-unconfirmed', { host: 'x.example' }),
      [{ kind: 'showSettings', page: 'portals' }],
    ],
    [
      'remedy.signIn',
      problem('sign-in-needed', { account: ana.username }),
      [{ kind: 'signIn', accountId: ana.id }],
    ],
    ['remedy.signIn', problem('sign-in-needed', { account: 'other@mssp.example' }), [{ kind: 'signIn' }]],
  ])('%s', (label, trouble, commands) => {
    expect(press(trouble)).toEqual({ commands, label, retried: 0 });
  });

  it.each([
    ['browsers', problem('no-browser', {})],
    ['accounts', problem('sign-in-needed', { account: ana.username })],
    ['sources', problem('offline', { host: 'x.example' })],
    ['finder', problem('hotkey-taken', { hotkey: 'Ctrl+Q' })],
    ['hunts', problem('hunts-too-many', { hunts: '1', letters: '1' })],
    ['general', problem('clipboard-empty', {})],
    ['general', problem('profile-hung', { browser: 'Chromium' })],
  ] as const)('is told on one page of the settings, %s', (page, trouble) => {
    expect(homeOf(trouble)).toBe(page);
  });

  it('leads to the registration where there is nothing to sign in to', () => {
    const { commands } = press(problem('sign-in-needed', { account: 'x' }), {});
    expect(commands).toEqual([{ kind: 'showSettings', page: 'accounts' }]);
  });

  it('offers no second sign-in, no retry of nothing, and nothing where only the text helps', () => {
    const needed = problem('sign-in-needed', { account: ana.username });
    expect(press(needed, { ...registered, signIn: 'waiting' }).label).toBeUndefined();
    const hung = problem('profile-hung', { browser: 'Chromium' });
    expect(press(hung).label).toBeUndefined();
    expect(press(hung, registered, true)).toMatchObject({ label: 'remedy.retry', retried: 1 });
    expect(press(problem('clipboard-empty', {})).label).toBeUndefined();
  });
});
