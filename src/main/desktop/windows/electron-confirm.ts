import { dialog, type BrowserWindow } from 'electron';
import type { Translate } from '#shared/locales/messages.ts';
import { questionTexts, type Question } from './question.ts';

/** Asks before something is trusted or goes for good. Enter and Escape mean no. */
export async function confirmInDialog(
  t: Translate,
  parent: BrowserWindow | undefined,
  asked: Question,
): Promise<boolean> {
  const { detail, no, question, title, yes } = questionTexts(t, asked);
  const options = {
    type: 'warning' as const,
    title,
    message: question,
    detail,
    buttons: [no, yes],
    // SECURITY: a key that was meant for the page answers no.
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const { response } = await (parent
    ? dialog.showMessageBox(parent, options)
    : dialog.showMessageBox(options));
  return response === 1;
}
