import { listenOnBus } from '../../system/bus/listen-on-bus.ts';

/** The name that a panel with a place for icons has on the session's bus. */
const watcher = 'org.kde.StatusNotifierWatcher';

const rules = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcher}'`,
  `type='signal',sender='${watcher}',interface='${watcher}',member='StatusNotifierHostRegistered'`,
];

/** A panel tells of itself in several signals: one icon is made for all that come within this time, in milliseconds. */
const together = 300;

/**
 * Calls `appeared` whenever a panel with a place for icons comes up; not for one that is there already. Electron looks for a
 * panel once, when it makes an icon, and has no word for one that comes later. Returns what ends the watch.
 */
export function watchForPanel(
  environment: Readonly<Record<string, string | undefined>>,
  appeared: () => void,
  listening?: () => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  const stop = listenOnBus(
    environment,
    rules,
    ({ member, texts }) => {
      // Name, old owner, new owner: empty when the panel has gone.
      const [name, , owner] = texts();
      const tells =
        member === 'StatusNotifierHostRegistered' ||
        (member === 'NameOwnerChanged' && name === watcher && owner !== '');
      if (!tells) return;
      // SECURITY: whoever floods the bus has one icon made in that time, and no more.
      timer ??= setTimeout(() => {
        timer = undefined;
        appeared();
      }, together);
    },
    listening,
  );
  return () => {
    clearTimeout(timer);
    stop();
  };
}
