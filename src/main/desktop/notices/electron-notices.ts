import { Notification } from 'electron';
import type { Command } from '#shared/commands/command.ts';
import { noticeBody } from '#shared/text/notice-body.ts';
import { thisPlatform } from '../../system/process/this-platform.ts';

/** A notice of the desktop, and what a click on it asks for. */
export interface DesktopNotice {
  readonly title: string;
  readonly body: string;
  readonly command: Command;
}

/** Shows notices of the desktop, and holds each until it goes: a notice that was garbage-collected hears no click. */
export class DesktopNotices {
  readonly #run: (command: Command) => void;
  readonly #silent: boolean;
  readonly #shown = new Set<Notification>();

  constructor(run: (command: Command) => void, { silent = false } = {}) {
    this.#run = run;
    this.#silent = silent;
  }

  show({ body, command, title }: DesktopNotice): void {
    if (!Notification.isSupported()) return;
    const notification = new Notification({
      title,
      body: noticeBody(body, thisPlatform),
      silent: this.#silent,
    });
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
