import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';
import type { Translate } from '../../shared/locales/messages.ts';
import type { Act } from '../../shared/portals/acting-links.ts';
import type { Farewell } from '../commands/leaving.ts';

/** Asks before something goes for good. Enter and Escape mean no. */
export async function confirmFarewell(
  t: Translate,
  parent: BrowserWindow | undefined,
  farewell: Farewell,
): Promise<boolean> {
  const values = farewell.kind === 'forgetCustomer' ? { customer: farewell.customer } : {};
  return confirm(parent, {
    title: t(`dialog.${farewell.kind}.title`),
    message: t(`dialog.${farewell.kind}.question`, values),
    detail: t(`dialog.${farewell.kind}.detail`, values),
    buttons: [t('dialog.keep'), t(`dialog.${farewell.kind}.yes`)],
  });
}

/** Asks before a link opens that would do something: what, at whom, and who asks for it. */
export async function confirmAct(
  t: Translate,
  parent: BrowserWindow | undefined,
  { facts, kind }: Act,
  { customer, address }: { readonly customer: string; readonly address: string },
): Promise<boolean> {
  const lines = facts.map(({ name, value }) => t(`act.fact.${name}`, { value }));
  const shown = t('dialog.act.address', { value: address.slice(0, 200) });
  return confirm(parent, {
    title: t('dialog.act.title'),
    message: t(`act.${kind}`, { customer }),
    detail: t('dialog.act.detail', { facts: [...lines, shown].join('\n') }),
    buttons: [t('dialog.act.no'), t('dialog.act.yes')],
  });
}

/** The second button is the yes. Enter and Escape mean no. */
async function confirm(
  parent: BrowserWindow | undefined,
  question: Pick<MessageBoxOptions, 'title' | 'message' | 'detail' | 'buttons'>,
): Promise<boolean> {
  const options = { ...question, type: 'warning' as const, defaultId: 0, cancelId: 0, noLink: true };
  const { response } = await (parent
    ? dialog.showMessageBox(parent, options)
    : dialog.showMessageBox(options));
  return response === 1;
}
