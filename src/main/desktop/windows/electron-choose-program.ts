import { dialog, type BrowserWindow } from 'electron';
import type { Translate } from '#shared/locales/messages.ts';

/** Asks for a browser's program; nothing when the user changes their mind. */
export async function chooseProgram(
  t: Translate,
  parent: BrowserWindow | undefined,
): Promise<string | undefined> {
  const options = {
    title: t('dialog.chooseProgram.title'),
    ...(process.platform === 'win32' && {
      filters: [{ name: t('dialog.chooseProgram.programs'), extensions: ['exe'] }],
    }),
    // On a Mac the program lies inside the application that the user sees.
    properties: ['openFile' as const, 'treatPackageAsDirectory' as const],
  };
  const chosen = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
  return chosen.canceled ? undefined : chosen.filePaths[0];
}
