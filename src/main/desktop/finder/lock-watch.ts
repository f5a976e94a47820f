import { listenOnBus } from '../../system/bus/listen-on-bus.ts';

/** Each desktop tells of its screen's lock by a signal of this name, which says whether it is on, from an interface of its own. */
const signal = 'ActiveChanged';
const interfaces = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
];

/** Calls `locked` when a desktop on the session's bus says that the screen has been locked. Returns what ends the watch. */
export function watchForLock(
  environment: Readonly<Record<string, string | undefined>>,
  locked: () => void,
  listening?: () => void,
): () => void {
  const rules = interfaces.map((name) => `type='signal',interface='${name}',member='${signal}'`);
  return listenOnBus(
    environment,
    rules,
    ({ member, flag }) => {
      if (member === signal && flag() === true) locked();
    },
    listening,
  );
}
