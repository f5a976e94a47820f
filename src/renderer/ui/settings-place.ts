import type { HelpTopicId } from '#shared/access/topic-ids.ts';
import type { PageId } from '#shared/portals/page.ts';
import { unfold } from './fold.tsx';

/** Where on a page of the settings somebody can be led to. The page marks it with `data-place`. */
export type SettingsPlace = 'own-tenant' | `help-${HelpTopicId}`;

/** Under this name the windows keep where somebody is being led: in their own storage, which is in memory. */
const keptPlace = 'settings.place';
/** And under this one the page that could not be opened without an own tenant. */
export const wantedPage = 'settings.wantedPage';

/** Leads to a place on the page of the settings that is shown next; `wanted` is the page that led there. */
export function leadTo(place: SettingsPlace, wanted?: PageId): void {
  if (wanted !== undefined) localStorage.setItem(wantedPage, wanted);
  localStorage.setItem(keptPlace, place);
}

/** Gives the keyboard to the place somebody is being led to; false where nobody is, or the place is not on show. */
export function arrive(): boolean {
  const kept = localStorage.getItem(keptPlace);
  const places = [...document.querySelectorAll<HTMLElement>('[data-place]')];
  const place = places.find((each) => each.dataset['place'] === kept);
  if (place === undefined) return false;
  localStorage.removeItem(keptPlace);
  unfold(place);
  place.scrollIntoView({ block: 'center' });
  place.focus({ preventScroll: true });
  return true;
}

/** Calls back when another window leads somebody to a place. Gives what ends that. */
export function onLed(led: () => void): () => void {
  const listener = ({ key, newValue }: StorageEvent): void => {
    if (key === keptPlace && newValue !== null) led();
  };
  addEventListener('storage', listener);
  return () => removeEventListener('storage', listener);
}
