import type { TidegateApi } from '#shared/commands/channels.ts';
import type { AppStore } from './app-store.ts';

/** Tells main, once, that the page shows something: the window stays away until then. */
export function tellPainted(
  api: Pick<TidegateApi, 'painted'>,
  store: Pick<AppStore, 'get' | 'subscribe'>,
): void {
  const stop = store.subscribe(() => {
    if (store.get() === null) return;
    stop();
    // The first frame may have begun before the rendering; in the second it is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => void api.painted()));
  });
}
