import { describe, expect, it } from 'vitest';
import { closeBrowsers, type Closer } from '../../../../../src/main/browsers/running/close-browsers.ts';
import { closerOf } from '../../../../../src/main/browsers/running/closer-of.ts';
import { isStartedWith } from '../../../../../src/main/browsers/launch/profile-lock.ts';
import { closingOffered } from '#shared/commands/closing-offered.ts';
import type { Platform } from '#shared/platform.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';

const folders = ['/data/one', '/data/two', '/data/one'].map((path) => ({ brand: 'chromium', path }) as const);

/** Who holds which folder, and who hears a question. */
function closing(holders: Readonly<Record<string, readonly number[]>>, deaf: readonly number[] = []) {
  const asked: number[] = [];
  const closer: Closer = {
    holders: (given) =>
      Promise.resolve(
        new Map(given.flatMap(({ path }) => (holders[path] ? [[path, holders[path]] as const] : []))),
      ),
    ask: (pid) => {
      asked.push(pid);
      return Promise.resolve(!deaf.includes(pid));
    },
  };
  return { asked, close: () => closeBrowsers({ closer, folders: () => Promise.resolve(folders) }) };
}

describe('closing all', () => {
  it('asks each browser that holds a folder of ours, once', async () => {
    const { asked, close } = closing({ '/data/one': [42], '/data/two': [42] });
    expect((await close()).ok).toBe(true);
    expect(asked).toEqual([42]);
  });

  it('is done where nobody holds a folder', async () => {
    const { asked, close } = closing({});
    expect((await close()).ok).toBe(true);
    expect(asked).toEqual([]);
  });

  it('is done where one process of a folder was asked, though another has no window', async () => {
    const { asked, close } = closing({ '/data/one': [41, 42] }, [41]);
    expect((await close()).ok).toBe(true);
    expect(asked).toEqual([41, 42]);
  });

  it.each([
    ['nobody knows who holds a folder', { '/data/one': [], '/data/two': [7] }, []],
    ['one that holds a folder cannot be asked', { '/data/one': [6], '/data/two': [7] }, [6]],
  ] as const)('asks the others, and says it, where %s', async (_, holders, deaf) => {
    const { asked, close } = closing(holders, deaf);
    expect(await close()).toEqual(err(problem('browsers-not-closed', {})));
    expect(asked).toContain(7);
  });

  it('looks at nothing where it is not offered', async () => {
    const refuse = () => Promise.reject(new Error('nothing is looked at'));
    const closed = await closeBrowsers({ closer: undefined, folders: refuse });
    expect(closed).toEqual(err(problem('not-offered-here', {})));
  });

  it.each(Object.keys(closingOffered) as Platform[])(
    'is offered on %s exactly where it can be done',
    (platform) => {
      expect(closerOf(platform, {}) !== undefined).toBe(closingOffered[platform]);
    },
  );
});

it('takes a process for ours only when it was started with our folder', () => {
  expect(isStartedWith('chromium --user-data-dir=/data/a b --x', '/data/a b')).toBe(true);
  expect(isStartedWith('firefox\0--profile\0/data/one\0', '/data/one')).toBe(true);
  expect(isStartedWith('chromium\0--user-data-dir=/data/one-more\0', '/data/one')).toBe(false);
});
