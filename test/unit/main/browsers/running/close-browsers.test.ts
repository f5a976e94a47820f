import { describe, expect, it } from 'vitest';
import { closeBrowsers, planClosing } from '../../../../../src/main/browsers/running/close-browsers.ts';
import { isStartedWith } from '../../../../../src/main/browsers/launch/profile-lock.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';

const folders = ['/data/one', '/data/two', '/data/one'].map((path) => ({ brand: 'chromium', path }) as const);

describe('closing all', () => {
  it('asks each browser that holds a folder of ours, once', async () => {
    const told: unknown[] = [];
    const closed = await closeBrowsers({
      platform: 'linux',
      folders: () => Promise.resolve(folders),
      holderOf: ({ path }) => Promise.resolve(path === '/data/one' ? 42 : undefined),
      signal: (...signal) => told.push(signal),
    });
    expect(closed.ok).toBe(true);
    expect(told).toEqual([[42, 'SIGTERM']]);
  });

  it.each(['win32', 'darwin'] as const)('is not offered on %s', async (platform) => {
    expect(planClosing(platform)).toEqual({ kind: 'not-offered' });
    const refuse = () => Promise.reject(new Error('nothing is looked at'));
    const closed = await closeBrowsers({ platform, folders: refuse, holderOf: refuse, signal: () => {} });
    expect(closed).toEqual(err(problem('not-offered-here', {})));
  });
});

it('takes a process for ours only when it was started with our folder', () => {
  expect(isStartedWith('chromium --user-data-dir=/data/a b --x', '/data/a b')).toBe(true);
  expect(isStartedWith('firefox\0--profile\0/data/one\0', '/data/one')).toBe(true);
  expect(isStartedWith('chromium\0--user-data-dir=/data/one-more\0', '/data/one')).toBe(false);
});
