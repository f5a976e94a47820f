import { dialog, type BrowserWindow } from 'electron';
import type { Translate } from '#shared/locales/messages.ts';

/** Asks for a list file, of customers or of hunts; nothing when the user changes their mind. */
export async function chooseList(
  t: Translate,
  parent: BrowserWindow | undefined,
  of?: 'hunts',
): Promise<string | undefined> {
  const options = {
    title: t(of === 'hunts' ? 'dialog.openHunts.title' : 'dialog.openList.title'),
    filters: [
      { name: t('dialog.openList.lists'), extensions: ['csv', 'tsv', 'txt', 'json'] },
      { name: t('dialog.openList.all'), extensions: ['*'] },
    ],
    properties: ['openFile' as const],
  };
  const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? undefined : chosen.filePaths[0];
}
