import { app } from 'electron';
import { chooseLanguage } from '#shared/locales/language.ts';
import { windowTexts } from '#shared/locales/messages.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { ListCache } from '../customers/cache/list-cache.ts';
import { ShownList } from '../customers/cache/shown-list.ts';
import type { Answers } from '../desktop/ipc/electron-ipc.ts';
import type { Paths } from '../state/paths.ts';
import { openRecords } from '../state/records.ts';
import { firstStatus } from '../state/status/first-status.ts';
import { StatusStore } from '../state/status/status-store.ts';
import { thisPlatform } from '../system/process/this-platform.ts';
import type { FinderPage } from './finder-page.ts';

/** What there is first: as much as the finder has to know to be painted. */
export type FirstPaint = Awaited<ReturnType<typeof prepareFirstPaint>>;

/**
 * Reads the small records and the list as it was last shown, and has the finder's page answered. In a file of its own, and
 * ahead of all else: a page that starts waits for the main process' thread, so that what is read and compiled for it counts.
 */
export async function prepareFirstPaint(
  paths: Paths,
  page: Pick<FinderPage, 'ipc'>,
  notWiped: Problem | undefined,
) {
  const now = () => new Date();
  const cache = new ListCache({ ...paths, path: paths.listCache, version: app.getVersion() });
  const [records, cached] = await Promise.all([openRecords(paths, thisPlatform, now), cache.read()]);
  const { directory, settings, usage } = records;
  const language = chooseLanguage(settings.current.language, app.getPreferredSystemLanguages());
  const status = new StatusStore(firstStatus(settings, language, thisPlatform));
  for (const problem of records.problems) status.report(problem);
  status.report(notWiped);
  const shownList = new ShownList(directory, cache, cached);
  const answers: Pick<Answers, 'window:state'> = {
    'window:state': async () => {
      const list = await shownList.take();
      const texts = windowTexts(status.current.language);
      return { list, usage: usage.current, status: status.current, texts };
    },
  };
  page.ipc.answer(answers);
  return {
    paths,
    platform: thisPlatform,
    now,
    records,
    status,
    shownList,
    answers,
    home: app.getPath('home'),
  };
}
