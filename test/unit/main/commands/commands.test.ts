import { expect, it } from 'vitest';
import { Commands, type Handlers } from '../../../../src/main/commands/commands.ts';
import { done } from '#shared/commands/outcomes.ts';
import { aTenantId } from '../../support/samples.ts';

/** Commands whose handlers write down that they were started. */
function someCommands(untilRead: () => Promise<void> | undefined) {
  const started: string[] = [];
  const handlers = new Proxy({} as Handlers, {
    get: (_target, kind) => () => {
      started.push(String(kind));
      return done;
    },
  });
  return {
    commands: new Commands(handlers, () => undefined, { before: () => undefined }, untilRead),
    started,
  };
}

const annotate = { kind: 'annotate', tenantId: 'x', annotation: {} } as unknown as Parameters<
  Commands['run']
>[0];

it('starts within the call once the list has been read', () => {
  const { commands, started } = someCommands(() => undefined);
  void commands.run({ kind: 'sync' }, 'finder');
  expect(started).toEqual(['sync']);
});

it('waits for a list that has yet to be read, but shows, hides and quits at once', async () => {
  let tellRead = (): void => {};
  const reading = new Promise<void>((resolve) => (tellRead = resolve));
  const { commands, started } = someCommands(() => reading);
  const syncing = commands.run({ kind: 'sync' }, 'finder');
  void commands.run({ kind: 'toggleFinder' }, 'hotkey');
  void commands.run({ kind: 'hideFinder' }, 'finder');
  void commands.run({ kind: 'quit' }, 'tray');
  expect(started).toEqual(['toggleFinder', 'hideFinder', 'quit']);
  tellRead();
  expect(await syncing).toEqual(done);
  expect(started.at(-1)).toBe('sync');
});

it('knows of what waits to write, so that a quit waits for it', async () => {
  let tellRead = (): void => {};
  const reading = new Promise<void>((resolve) => (tellRead = resolve));
  const { commands, started } = someCommands(() => reading);
  void commands.run(annotate, 'finder');
  const settled = commands.settled(10_000);
  tellRead();
  await settled;
  expect(started).toEqual(['annotate']);
});

it('refuses what this way in may not ask for without waiting', async () => {
  const { commands, started } = someCommands(() => new Promise(() => {}));
  expect(await commands.run({ kind: 'sync' }, 'link')).toMatchObject({ ok: false });
  expect(started).toEqual([]);
});

it.for([
  ['finder', { kind: 'open', tenantId: aTenantId(), page: 'defender' }],
  ['tray', { kind: 'openClipboard' }],
  ['settings', { kind: 'importText', text: 'x' }],
  ['settings', { kind: 'importPlanned', plan: 'x' }],
  ['setup', { kind: 'addSamples' }],
] as const)('from %s: knows that %j is under way, so that an update waits', async ([entry, command]) => {
  let end = (): void => {};
  const ending = new Promise<void>((resolve) => (end = resolve));
  const handlers = new Proxy({} as Handlers, { get: () => () => ending.then(() => done) });
  const calm: string[] = [];
  const commands = new Commands(handlers, () => {}, { before: () => undefined });
  expect(commands.disturbed).toBe(false);
  const running = commands.run(command, entry);
  expect(commands.disturbed).toBe(true);
  const waiting = commands.calm().then(() => calm.push('calm'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(calm).toEqual([]);
  end();
  expect(await running).toEqual(done);
  await waiting;
  expect(commands.disturbed).toBe(false);
});

it('is not disturbed by what only waits, such as a sync or an open window', async () => {
  const handlers = new Proxy({} as Handlers, { get: () => () => new Promise(() => {}) });
  const commands = new Commands(handlers, () => {}, { before: () => undefined });
  void commands.run({ kind: 'sync' }, 'tray');
  void commands.run({ kind: 'showSettings' }, 'tray');
  await commands.calm();
  expect(commands.disturbed).toBe(false);
});
