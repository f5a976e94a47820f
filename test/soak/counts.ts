import { readdir } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Application } from '../e2e/support/application.ts';
import type { Allowance, Sample } from './growth.ts';

/** What is counted, and how much more of it the end may have than the middle. */
export const allowances = {
  'memory of all processes (MiB)': { share: 0.08, plus: 0 },
  'memory of main (MiB)': { share: 0.08, plus: 0 },
  "main's heap (MiB)": { share: 0.05, plus: 1 },
  "the finder's heap (MiB)": { share: 0.05, plus: 1 },
  "main's listeners": { share: 0, plus: 0 },
  "the finder's listeners": { share: 0, plus: 5 },
  // Chromium itself holds what was typed before, up to about 260 nodes after 200 queries and no more.
  "the finder's nodes": { share: 0, plus: 300 },
  windows: { share: 0, plus: 0 },
  processes: { share: 0, plus: 0 },
  'open files of main': { share: 0, plus: 2 },
} as const satisfies Readonly<Record<string, Allowance>>;

/** Counts after a collection of garbage, so that only what is held is counted. */
export async function count(application: Application, finder: Page): Promise<Sample> {
  const main = await application.electron.evaluate(
    ({ app, BrowserWindow, ipcMain, nativeTheme, powerMonitor, screen, session }) => {
      const load = (name: string): unknown =>
        (process as unknown as { getBuiltinModule(id: string): unknown }).getBuiltinModule(name);
      (load('node:v8') as { setFlagsFromString(flags: string): void }).setFlagsFromString('--expose-gc');
      (load('node:vm') as { runInNewContext(code: string): () => void }).runInNewContext('gc')();
      const emitters = [
        ...[app, ipcMain, nativeTheme, powerMonitor, screen, session.defaultSession, process],
        ...BrowserWindow.getAllWindows().flatMap((window) => [window, window.webContents]),
      ] as unknown as NodeJS.EventEmitter[];
      const metrics = app.getAppMetrics();
      const mebibytes = (kibibytes: number) => kibibytes / 1024;
      return {
        'memory of all processes (MiB)': mebibytes(
          metrics.reduce((sum, { memory }) => sum + memory.workingSetSize, 0),
        ),
        'memory of main (MiB)': mebibytes(process.memoryUsage().rss / 1024),
        "main's heap (MiB)": mebibytes(process.memoryUsage().heapUsed / 1024),
        "main's listeners": emitters.reduce(
          (sum, emitter) =>
            sum + emitter.eventNames().reduce((each, event) => each + emitter.listenerCount(event), 0),
          0,
        ),
        windows: BrowserWindow.getAllWindows().length,
        processes: metrics.length,
      };
    },
  );
  const devTools = await finder.context().newCDPSession(finder);
  await devTools.send('HeapProfiler.collectGarbage');
  await devTools.send('Performance.enable');
  const { metrics } = await devTools.send('Performance.getMetrics');
  await devTools.detach();
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  return {
    ...main,
    "the finder's heap (MiB)": metric('JSHeapUsedSize') / 1024 / 1024,
    "the finder's listeners": metric('JSEventListeners'),
    "the finder's nodes": metric('Nodes'),
    'open files of main': (await readdir(`/proc/${application.process.pid}/fd`)).length,
  };
}
