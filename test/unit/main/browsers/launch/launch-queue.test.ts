import { describe, expect, it } from 'vitest';
import type { Launched, LaunchOutcome } from '../../../../../src/main/browsers/launch/browser-launcher.ts';
import { LaunchQueue } from '../../../../../src/main/browsers/launch/launch-queue.ts';
import type { LaunchPlan } from '../../../../../src/main/browsers/launch/launch-plan.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';

/** A plan of which only the address matters here. */
const plan = (url: string): LaunchPlan => ({ url }) as LaunchPlan;
const missing = problem('browser-missing', { browser: 'a', path: '/a' });

/** A launcher that starts when told, and whose browsers settle when told. */
class Rehearsal {
  readonly started: string[] = [];
  readonly answers = new Map<string, (result: Result<Launched, Problem>) => void>();

  launch = (asked: LaunchPlan): Promise<Result<Launched, Problem>> => {
    this.started.push(asked.url);
    return new Promise((resolve) => this.answers.set(asked.url, resolve));
  };

  /** Lets the browser of `url` start; gives back what settles it. */
  start(url: string): (outcome: Result<LaunchOutcome, Problem>) => void {
    const { promise, resolve } = withResolvers<Result<LaunchOutcome, Problem>>();
    this.answers.get(url)?.(ok({ pid: 1, settled: promise, endedBadly: Promise.resolve(undefined) }));
    return resolve;
  }
}

function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => (resolve = settle));
  return { promise, resolve };
}

/** Runs everything that is ready to run. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('launches that are asked for at once', () => {
  it('start in the order asked, each when the one before has settled', async () => {
    const rehearsal = new Rehearsal();
    const queue = new LaunchQueue(rehearsal);
    const names = Array.from({ length: 20 }, (_, index) => `customer ${index}`);
    const launches = names.map((name) => queue.launch(plan(name)));
    for (const [index, name] of names.entries()) {
      await turn();
      expect(rehearsal.started).toEqual(names.slice(0, index + 1));
      const settle = rehearsal.start(name);
      expect((await launches[index])?.ok).toBe(true);
      await turn();
      expect(rehearsal.started).toHaveLength(index + 1);
      settle(ok(index === 0 ? 'running' : 'handed-over'));
    }
  });

  it('go on after one that failed, crashed at once or broke', async () => {
    const rehearsal = new Rehearsal();
    const queue = new LaunchQueue({
      launch: (asked) =>
        asked.url === 'broken' ? Promise.reject(new Error('a bug')) : rehearsal.launch(asked),
    });
    const failed = queue.launch(plan('failed'));
    const crashed = queue.launch(plan('crashed'));
    const broken = queue.launch(plan('broken'));
    const last = queue.launch(plan('last'));
    await turn();
    rehearsal.answers.get('failed')?.(err(missing));
    expect(await failed).toEqual(err(missing));
    await turn();
    rehearsal.start('crashed')(err(problem('browser-exited', { browser: 'a', code: '21' })));
    expect((await crashed).ok).toBe(true);
    await expect(broken).rejects.toThrow('a bug');
    await turn();
    rehearsal.start('last')(ok('running'));
    expect((await last).ok).toBe(true);
  });
});
