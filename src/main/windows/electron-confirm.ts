import { dialog, type BrowserWindow } from 'electron';
import type { Translate } from '../../shared/locales/messages.ts';
import type { Farewell } from '../commands/leaving.ts';

/** Asks before something goes for good. Enter and Escape mean no. */
export async function confirmFarewell(
  t: Translate,
  parent: BrowserWindow | undefined,
  farewell: Farewell,
): Promise<boolean> {
  const values = farewell.kind === 'forgetCustomer' ? { customer: farewell.customer } : {};
  const options = {
    type: 'warning' as const,
    title: t(`dialog.${farewell.kind}.title`),
    message: t(`dialog.${farewell.kind}.question`, values),
    detail: t(`dialog.${farewell.kind}.detail`, values),
    buttons: [t('dialog.keep'), t(`dialog.${farewell.kind}.yes`)],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = await (parent
    ? dialog.showMessageBox(parent, options)
    : dialog.showMessageBox(options));
  return response === 1;
}
