import { expect, it, vi } from 'vitest';
import { problem } from '#shared/problems/problem.ts';
import type { UpdateStatus } from '#shared/status/updates.ts';
import type { Installation } from '../../../../src/main/updates/installation.ts';
import type { Found, Updater } from '../../../../src/main/updates/updater.ts';
import { betweenLooks, firstLook, Updates } from '../../../../src/main/updates/updates.ts';

const failed = problem('update-failed', { host: 'h', reason: 'r' });

class World {
  readonly told: UpdateStatus[] = [];
  readonly did: string[] = [];
  found: Found | undefined = { version: '0.2.0', size: 1 };
  disturbed = false;
  loads = 0;
  fails = false;
  onLook = (): void => undefined;
  onFetch = async (_signal: AbortSignal | undefined): Promise<void> => undefined;
  onLoad = async (): Promise<void> => undefined;
  failRestart: ((error: unknown) => void) | undefined;
  readonly explained: unknown[] = [];
  timers: { milliseconds: number; act: () => void }[] = [];
  #calm: (() => void)[] = [];
  readonly updates: Updates;

  constructor(installation: Installation = { kind: 'installer' }) {
    const updater: Updater = {
      look: async () => {
        this.did.push('look');
        this.onLook();
        if (this.fails) throw new Error('no');
        return this.found;
      },
      fetch: async ({ version }, signal) => {
        this.did.push(`fetch ${version}`);
        await this.onFetch(signal);
      },
      restart: (fail) => {
        this.did.push('restart');
        this.failRestart = fail;
      },
    };
    this.updates = new Updates({
      installation,
      updater: async () => {
        this.loads += 1;
        await this.onLoad();
        return updater;
      },
      arch: 'x64',
      tell: (status) => void this.told.push(status),
      undisturbed: () =>
        this.disturbed ? new Promise((resolve) => this.#calm.push(resolve)) : Promise.resolve(),
      disturbed: () => this.disturbed,
      explain: (error) => {
        this.explained.push(error);
        return failed;
      },
      now: () => new Date('2026-11-28T10:00:00Z'),
      after: (milliseconds, act) => {
        const timer = { milliseconds, act };
        this.timers.push(timer);
        return () => (this.timers = this.timers.filter((each) => each !== timer));
      },
    });
  }

  calm(): void {
    this.disturbed = false;
    for (const resolve of this.#calm.splice(0)) resolve();
  }

  get kinds(): readonly string[] {
    return this.told.map(({ kind }) => kind);
  }
}

it('looks for the first time a while after the start, and again some hours later; nothing is loaded before', async () => {
  const world = new World();
  world.updates.follow(true);
  expect(world.loads).toBe(0);
  expect(world.timers.map(({ milliseconds }) => milliseconds)).toEqual([firstLook]);
  world.timers[0]?.act();
  await world.updates.look();
  expect(world.did).toEqual(['look', 'fetch 0.2.0']);
  expect(world.timers.map(({ milliseconds }) => milliseconds)).toEqual([betweenLooks]);
});

it('brings a newer version here and says that it waits for a restart', async () => {
  const world = new World();
  world.updates.follow(true);
  await world.updates.look();
  expect(world.kinds).toEqual(['current', 'checking', 'downloading', 'ready']);
  expect(world.updates.restart()).toMatchObject({ ok: true });
  expect(world.did.at(-1)).toBe('restart');
});

it('switched off it looks at nothing, now or later', async () => {
  const world = new World();
  world.updates.follow(true);
  world.updates.follow(false);
  expect(world.timers).toEqual([]);
  await world.updates.look();
  expect([world.did, world.loads, world.kinds]).toEqual([[], 0, ['current', 'off']]);
});

it('switched off while it looks, it downloads nothing', async () => {
  const world = new World();
  world.updates.follow(true);
  const looking = world.updates.look();
  world.updates.follow(false);
  await looking;
  expect(world.did).not.toContain('fetch 0.2.0');
  expect(world.told.at(-1)).toEqual({ kind: 'off' });
  expect(world.timers).toEqual([]);
});

it('waits with the look while a customer is opened or a list imported', async () => {
  const world = new World();
  world.updates.follow(true);
  world.disturbed = true;
  const looking = world.updates.look();
  // All that could go on by itself has done so.
  await new Promise((resolve) => setImmediate(resolve));
  expect(world.did).toEqual([]);
  world.calm();
  await looking;
  expect(world.did).toEqual(['look', 'fetch 0.2.0']);
});

it('waits with the download as well', async () => {
  const world = new World();
  world.updates.follow(true);
  world.onLook = () => {
    world.disturbed = true;
  };
  const looking = world.updates.look();
  await vi.waitFor(() => expect(world.did).toEqual(['look']));
  // All that could go on by itself has done so.
  await new Promise((resolve) => setImmediate(resolve));
  expect(world.did).toEqual(['look']);
  world.calm();
  await looking;
  expect(world.did).toEqual(['look', 'fetch 0.2.0']);
});

it('does not restart while a customer is opened or a list imported', async () => {
  const world = new World();
  world.updates.follow(true);
  await world.updates.look();
  world.disturbed = true;
  expect(world.updates.restart()).toEqual({ ok: false, error: problem('update-busy', {}) });
  expect(world.did).not.toContain('restart');
});

it('restarts into nothing that is not here', () => {
  const world = new World();
  world.updates.follow(true);
  expect(world.updates.restart()).toEqual({ ok: false, error: problem('update-none', {}) });
});

it('says why a look failed, and looks again later', async () => {
  const world = new World();
  world.fails = true;
  world.updates.follow(true);
  await world.updates.look();
  expect(world.told.at(-1)).toEqual({ kind: 'failed', problem: failed });
  expect(world.timers.map(({ milliseconds }) => milliseconds)).toEqual([betweenLooks]);
});

it('says when it last looked, where there is nothing newer', async () => {
  const world = new World();
  world.found = undefined;
  world.updates.follow(true);
  await world.updates.look();
  expect(world.told.at(-1)).toEqual({ kind: 'current', checked: '2026-11-28T10:00:00.000Z' });
});

it('does not download again what is here', async () => {
  const world = new World();
  world.updates.follow(true);
  await world.updates.look();
  await world.updates.look();
  expect(world.did).toEqual(['look', 'fetch 0.2.0', 'look']);
});

it('asked twice at once, it looks once', async () => {
  const world = new World();
  world.updates.follow(true);
  await Promise.all([world.updates.look(), world.updates.look()]);
  expect(world.did).toEqual(['look', 'fetch 0.2.0']);
});

it('on Linux it downloads nothing and tells what to get and to type', async () => {
  const world = new World({ kind: 'package', manager: 'deb' });
  world.updates.follow(true);
  await world.updates.look();
  expect(world.did).toEqual(['look']);
  expect(world.told.at(-1)).toEqual({
    kind: 'offered',
    version: '0.2.0',
    file: 'tidegate_0.2.0_amd64.deb',
    command: 'sudo apt install ./tidegate_0.2.0_amd64.deb',
  });
});

it('where nothing is to be updated it says why, and never looks', async () => {
  const world = new World({ kind: 'none', why: 'managed' });
  world.updates.follow(true);
  await world.updates.look();
  expect(world.told).toEqual([{ kind: 'none', why: 'managed' }]);
  expect([world.timers, world.loads]).toEqual([[], 0]);
});

it('has one updater for all looks: what it has fetched, only it can install', async () => {
  const world = new World();
  world.updates.follow(true);
  await world.updates.look();
  world.found = { version: '0.3.0', size: 1 };
  await world.updates.look();
  expect(world.loads).toBe(1);
  expect(world.told.at(-1)).toEqual({ kind: 'ready', version: '0.3.0' });
});

it('loads the updater again where that has failed', async () => {
  const world = new World();
  world.onLoad = () => Promise.reject(new Error('no feed'));
  world.updates.follow(true);
  await world.updates.look();
  expect(world.told.at(-1)).toEqual({ kind: 'failed', problem: failed });
  world.onLoad = () => Promise.resolve();
  await world.updates.look();
  expect(world.told.at(-1)).toEqual({ kind: 'ready', version: '0.2.0' });
});

it('a download that fails leaves nothing to restart into: it may have replaced what was here', async () => {
  const world = new World();
  world.updates.follow(true);
  await world.updates.look();
  world.found = { version: '0.3.0', size: 1 };
  world.onFetch = () => Promise.reject(new Error('cut off'));
  await world.updates.look();
  expect(world.told.at(-1)).toEqual({ kind: 'failed', problem: failed });
  expect(world.updates.restart()).toEqual({ ok: false, error: problem('update-none', {}) });
  expect(world.did).not.toContain('restart');
});

it('does not restart into what is being replaced', async () => {
  const world = new World();
  world.updates.follow(true);
  await world.updates.look();
  world.found = { version: '0.3.0', size: 1 };
  let restarted: unknown;
  world.onFetch = async () => void (restarted = world.updates.restart());
  await world.updates.look();
  expect(restarted).toEqual({ ok: false, error: problem('update-none', {}) });
});

it.for([
  [{ kind: 'installer' }, 'ready'],
  [{ kind: 'package', manager: 'deb' }, 'offered'],
] as const)('%j: a look that fails does not take away what is known', async ([installation, kind]) => {
  const world = new World(installation);
  world.updates.follow(true);
  await world.updates.look();
  const known = world.told.at(-1);
  expect(known).toMatchObject({ kind, version: '0.2.0' });
  world.fails = true;
  await world.updates.look();
  expect(world.explained).toHaveLength(1);
  expect(world.told.at(-1)).toEqual(known);
});

it('what is offered no longer is known no longer', async () => {
  const world = new World({ kind: 'package', manager: 'rpm' });
  world.updates.follow(true);
  await world.updates.look();
  world.found = undefined;
  await world.updates.look();
  expect(world.told.at(-1)).toMatchObject({ kind: 'current' });
});

it('what was withdrawn is not installed, although it is here; what comes in its place is', async () => {
  const world = new World();
  world.updates.follow(true);
  await world.updates.look();
  world.found = undefined;
  await world.updates.look();
  expect(world.told.at(-1)).toMatchObject({ kind: 'current' });
  expect(world.updates.restart()).toEqual({ ok: false, error: problem('update-none', {}) });
  world.found = { version: '0.2.1', size: 1 };
  await world.updates.look();
  expect(world.told.at(-1)).toEqual({ kind: 'ready', version: '0.2.1' });
});

it('switched off while it loads, it drops what comes', async () => {
  const world = new World();
  world.updates.follow(true);
  world.onFetch = async () => world.updates.follow(false);
  await world.updates.look();
  expect(world.told.at(-1)).toEqual({ kind: 'off' });
  expect(world.updates.restart()).toMatchObject({ ok: false });
  world.updates.follow(true);
  expect(world.told.at(-1)).toMatchObject({ kind: 'current' });
  expect(world.updates.restart()).toMatchObject({ ok: false });
  expect(world.did).not.toContain('restart');
});

it('switched off, it keeps what is here and does not restart into it; switched on again it can', async () => {
  const world = new World();
  world.updates.follow(true);
  await world.updates.look();
  world.updates.follow(false);
  expect(world.updates.restart()).toEqual({ ok: false, error: problem('update-none', {}) });
  world.updates.follow(true);
  expect(world.told.at(-1)).toEqual({ kind: 'ready', version: '0.2.0' });
  expect(world.updates.restart()).toMatchObject({ ok: true });
});

it('switched off and on again it gives up the download without a word, and the next look waits for its end', async () => {
  const world = new World();
  world.updates.follow(true);
  let end = (): void => undefined;
  world.onFetch = (signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => (end = () => reject(new Error('cancelled'))));
    });
  const first = world.updates.look();
  await vi.waitFor(() => expect(world.kinds.at(-1)).toBe('downloading'));
  world.updates.follow(false);
  world.updates.follow(true);
  world.onFetch = () => Promise.resolve();
  const second = world.updates.look();
  // All that could go on by itself has done so.
  await new Promise((resolve) => setImmediate(resolve));
  expect(world.did).toEqual(['look', 'fetch 0.2.0']);
  end();
  await Promise.all([first, second]);
  expect(world.explained).toEqual([]);
  expect(world.did).toEqual(['look', 'fetch 0.2.0', 'look', 'fetch 0.2.0']);
  expect(world.told.at(-1)).toEqual({ kind: 'ready', version: '0.2.0' });
  expect(world.timers.map(({ milliseconds }) => milliseconds)).toEqual([betweenLooks]);
});

it('a restart that does not come about is told with its reason, and can be tried after the next look', async () => {
  const world = new World();
  world.updates.follow(true);
  await world.updates.look();
  expect(world.updates.restart()).toMatchObject({ ok: true });
  // Once asked for, it has what is here for itself.
  world.found = { version: '0.3.0', size: 1 };
  await world.updates.look();
  expect(world.updates.restart()).toMatchObject({ ok: true });
  expect(world.did).toEqual(['look', 'fetch 0.2.0', 'restart']);
  const reason = new Error('Code signature at URL');
  world.failRestart?.(reason);
  expect(world.explained).toEqual([reason]);
  expect(world.told.at(-1)).toEqual({ kind: 'failed', problem: failed });
  expect(world.updates.restart()).toEqual({ ok: false, error: problem('update-none', {}) });
  await world.updates.look();
  expect(world.told.at(-1)).toEqual({ kind: 'ready', version: '0.3.0' });
});
