import { spawn, type ChildProcess } from 'node:child_process';
import { parse } from 'node:path';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { withNothingInherited } from '../../system/process/nothing-inherited.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import type { LaunchOutcome, Launched } from './browser-launcher.ts';
import type { LaunchPlan } from './launch-plan.ts';

/** A browser that ends this soon has crashed, refused or handed over; Chromium 156 hands over in 0.2 s. */
const graceMilliseconds = 1_500;
/** On a slow machine a browser needs seconds before it finds out that it cannot go on. */
const watchMilliseconds = 15_000;

/** Starts the executable of a plan, detached from this process, with no shell in between. */
export function spawnBrowser(
  plan: LaunchPlan,
  environment: Readonly<Record<string, string>>,
): Promise<Result<Launched, Problem>> {
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      // SECURITY: an array of arguments and no shell; the executable is an absolute path.
      child = withNothingInherited((stdio) =>
        spawn(plan.executable, [...plan.args], {
          shell: false,
          detached: true,
          stdio,
          // The root of its drive is there whenever the executable is, and keeps no folder of ours in use.
          cwd: parse(plan.executable).root,
          env: { ...environment },
        }),
      );
    } catch (error) {
      // Some systems refuse an argument (too long) before there is a process.
      resolve(err(notStarted(plan, error)));
      return;
    }
    const watched = watch(child, plan);
    child.once('error', (error) => resolve(err(notStarted(plan, error))));
    child.once('spawn', () => {
      child.unref();
      resolve(ok({ pid: child.pid ?? 0, ...watched }));
    });
  });
}

function watch(child: ChildProcess, plan: LaunchPlan): Omit<Launched, 'pid'> {
  const ended = new Promise<Result<LaunchOutcome, Problem>>((resolve) => {
    child.once('exit', (code, signal) => {
      resolve(code === 0 ? ok('handed-over') : err(exited(plan, String(code ?? signal))));
    });
  });
  return {
    settled: Promise.race([ended, after(graceMilliseconds, ok<LaunchOutcome>('running'))]),
    endedBadly: Promise.race([
      ended.then((outcome) => (outcome.ok ? undefined : outcome.error)),
      after(watchMilliseconds, undefined),
    ]),
  };
}

/** A value after a time, which keeps no process alive. */
function after<T>(milliseconds: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), milliseconds).unref());
}

function exited(plan: LaunchPlan, code: string): Problem {
  return problem('browser-exited', { browser: plan.browser.name, code });
}

function notStarted(plan: LaunchPlan, error: unknown): Problem {
  const values = { browser: plan.browser.name, path: plan.executable };
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? problem('browser-missing', values)
    : problem('browser-not-started', { ...values, reason: reasonOf(error) });
}
