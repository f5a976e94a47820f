import { describe, expect, it } from 'vitest';
import { StatusStore } from '../../../../../src/main/state/status/status-store.ts';
import { problem } from '#shared/problems/problem.ts';
import { aStatus } from '../../../support/samples.ts';

describe('the status', () => {
  it('tells its listeners of a change, and only of a change', () => {
    const store = new StatusStore(aStatus());
    let told = 0;
    store.onChange(() => (told += 1));
    store.update({ signIn: 'waiting' });
    store.update({ signIn: 'waiting' });
    expect(told).toBe(1);
  });

  it('shows one problem once, until it is over', () => {
    const store = new StatusStore(aStatus());
    store.report(problem('hotkey-taken', { hotkey: 'X' }));
    store.report(problem('hotkey-taken', { hotkey: 'X' }));
    expect(store.current.problems).toHaveLength(1);
    store.resolve('hotkey-taken');
    expect(store.current.problems).toEqual([]);
  });

  it('takes away what one file could not be written for, once it was', () => {
    const store = new StatusStore(aStatus());
    const unwritable = (path: string) =>
      problem('storage-unwritable', { record: 'usage', path, reason: 'disk full' });
    for (const path of ['/one', '/other']) store.report(unwritable(path));
    store.report(problem('storage-unreadable', { record: 'usage', path: '/one', reason: 'no right' }));
    store.mended('/one');
    expect(store.current.problems).toEqual([
      unwritable('/other'),
      problem('storage-unreadable', { record: 'usage', path: '/one', reason: 'no right' }),
    ]);
  });
});
