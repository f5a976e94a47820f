import { dialog, type BrowserWindow } from 'electron';
import type { ExportFormat } from '#shared/imports/import.ts';
import type { Translate } from '#shared/locales/messages.ts';

/** Asks where to write an export of the customers, or of the journal; nothing when the user changes their mind. */
export async function choosePlace(
  t: Translate,
  what: 'export' | 'journal',
  format: ExportFormat,
  parent: BrowserWindow | undefined,
): Promise<string | undefined> {
  const options = {
    title: t(`dialog.${what}.title`),
    defaultPath: `${t(`dialog.${what}.name`)}.${format}`,
    filters: [{ name: format.toUpperCase(), extensions: [format] }],
  };
  const chosen = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
  return chosen.canceled ? undefined : chosen.filePath;
}
