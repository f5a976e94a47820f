import { expect, it, vi } from 'vitest';
import { translator } from '#shared/locales/messages.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import type { ChannelRequest } from '../../../../src/main/entry/channel/wire.ts';
import {
  runCommandLine,
  type CommandLineOptions,
} from '../../../../src/main/entry/command-line/run-command-line.ts';

const t = translator('en');
const state = {
  hotkey: { active: null, refused: null },
  clipboardHotkey: { active: null, refused: null },
  tokensKept: null,
  accounts: 0,
  accountsToSignIn: 0,
  problems: [],
  processes: [11, 12],
};

function aTerminal(given: Partial<Pick<CommandLineOptions, 'askRunning' | 'confirm'>>) {
  const wipeHere = vi.fn<CommandLineOptions['wipeHere']>(async () => undefined);
  const options = { t, platform: 'linux', confirm: async () => undefined, wipeHere, ...given };
  const run = (yes: boolean) =>
    runCommandLine(ok({ command: 'wipe', yes, json: true }), true, options as unknown as CommandLineOptions);
  return { run, wipeHere };
}

const none = async () => undefined;

it('removes everything at once when none runs', async () => {
  const { run, wipeHere } = aTerminal({ askRunning: none });
  expect((await run(true)).code).toBe(0);
  expect(wipeHere).toHaveBeenCalledExactlyOnceWith([]);
});

it('tells whose end to wait for when one runs', async () => {
  const asked: ChannelRequest[] = [];
  const { run, wipeHere } = aTerminal({
    askRunning: async (request) => {
      asked.push(request);
      return ok(ok(request.do === 'state' ? { kind: 'state', state } : { kind: 'done' }));
    },
  });
  expect((await run(true)).code).toBe(0);
  expect(asked).toEqual([{ do: 'state' }, { do: 'wipe' }]);
  expect(wipeHere).toHaveBeenCalledExactlyOnceWith([11, 12]);
});

it('removes nothing when the one that runs refuses', async () => {
  const { run, wipeHere } = aTerminal({
    askRunning: async (request) =>
      ok(
        request.do === 'state'
          ? ok({ kind: 'state', state })
          : err({ problem: problem('browsers-running', {}), candidates: [] }),
      ),
  });
  const { code, output } = await run(true);
  expect(code).toBe(1);
  expect(JSON.parse(output)).toMatchObject({ error: { kind: 'browsers-running' } });
  expect(wipeHere).not.toHaveBeenCalled();
});

it.each([
  ['nobody is there to be asked', undefined, 'confirmation-needed'],
  ['the user says no', false, 'cancelled'],
])('removes nothing when %s', async (_, said, kind) => {
  const askRunning = vi.fn(none);
  const { run, wipeHere } = aTerminal({ askRunning, confirm: async () => said });
  expect(JSON.parse((await run(false)).output)).toMatchObject({ error: { kind } });
  expect(askRunning).not.toHaveBeenCalled();
  expect(wipeHere).not.toHaveBeenCalled();
});
