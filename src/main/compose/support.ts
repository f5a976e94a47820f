import { app, clipboard, shell } from 'electron';
import { existsSync } from 'node:fs';
import { release } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { About, CheckUp, OwnPlace } from '#shared/status/check-up.ts';
import { dropAdditions } from '../system/process/start-environment.ts';
import { askDoctor } from '../entry/doctor/ask-doctor.ts';
import { checkUpOf } from '../entry/doctor/diagnosis-text.ts';
import { logTail, reportText } from '../entry/doctor/report.ts';
import type { Foundation } from './foundation.ts';

/** What a user needs when something is wrong: the versions, the doctor, a report, and the way to Tidegate's own files. */
export type Support = ReturnType<typeof buildSupport>;

export function buildSupport(
  { home, paths, platform, texts }: Pick<Foundation, 'home' | 'paths' | 'platform' | 'texts'>,
  starter: readonly [string, ...string[]],
) {
  let last: CheckUp | null = null;
  const places: Readonly<Record<OwnPlace, string>> = {
    data: paths.root,
    log: join(paths.logs, 'tidegate.log'),
    licences: join(
      platform === 'darwin' ? process.resourcesPath : dirname(process.execPath),
      'THIRD-PARTY-NOTICES.txt',
    ),
  };
  const look = async (): Promise<CheckUp | null> => {
    const diagnosis = await askDoctor(starter);
    return (last = diagnosis === undefined ? null : checkUpOf(diagnosis, platform, texts.t));
  };
  return {
    look,
    about: (): About => ({
      version: app.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      node: process.versions.node,
      system: `${process.platform} ${process.arch} ${release()}`,
      dataFolder: paths.root,
    }),
    async copyReport(): Promise<Result<void, Problem>> {
      const found = last ?? (await look());
      if (found === null) return err(problem('not-answering', {}));
      await clipboard.writeText(reportText({ ...found, home, platform, log: await logTail(places.log) }));
      return ok(undefined);
    },
    // SECURITY: a window names one of three places, and never a path.
    async showPlace(place: OwnPlace): Promise<Result<void, Problem>> {
      const path = places[place];
      if (!existsSync(path)) return err(problem('own-place-missing', { path }));
      dropAdditions();
      // Not shell.openPath: on Linux it may stop Tidegate until that program ends (electron/electron issue 47668).
      return shell.openExternal(pathToFileURL(path).href).then(
        () => ok(undefined),
        () => err(problem('own-place-missing', { path })),
      );
    },
  };
}
