import { Notification } from 'electron';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import { noticeBody } from '#shared/text/notice-body.ts';
import { thisPlatform } from '../../system/process/this-platform.ts';
import type { Notice } from './plan-notices.ts';

/** The notifications that are shown: without a reference they are collected, and their click is lost. */
const shown = new Set<Notification>();

/** Shows notices by the system's own means, where it has any; a click opens the page. */
export function notify(notices: readonly Notice[], open: (page: SettingsPage) => void): void {
  if (notices.length === 0 || !Notification.isSupported()) return;
  for (const { body, page, title } of notices) {
    const notification = new Notification({ title, body: noticeBody(body, thisPlatform), silent: true });
    shown.add(notification);
    notification.on('click', () => open(page));
    notification.on('close', () => shown.delete(notification));
    notification.show();
  }
}
