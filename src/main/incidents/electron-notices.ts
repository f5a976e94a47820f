import { Notification } from 'electron';
import type { Command } from '#shared/commands/command.ts';
import { noticeBody } from '#shared/text/notice-body.ts';
import { thisPlatform } from '../system/process/this-platform.ts';
import type { Notice } from './incident-notices.ts';

/** Shows notices of the desktop, and holds each until it goes: a notice that was garbage-collected hears no click. */
export class DesktopNotices {
  readonly #run: (command: Command) => void;
  readonly #shown = new Set<Notification>();

  constructor(run: (command: Command) => void) {
    this.#run = run;
  }

  show({ body, command, title }: Notice): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body: noticeBody(body, thisPlatform) });
    notification.once('click', () => {
      this.#shown.delete(notification);
      this.#run(command);
    });
    notification.once('close', () => this.#shown.delete(notification));
    this.#shown.add(notification);
    notification.show();
  }

  close(): void {
    for (const notification of this.#shown) notification.close();
    this.#shown.clear();
  }
}
