import { useEffect, useState } from 'preact/hooks';
import { settingsPages, type SettingsPage } from '#shared/settings/settings-page.ts';

/** The pages of the settings that a part of this form stands for meanwhile. */
const parts = ['accounts', 'customers', 'browsers'] as const satisfies readonly SettingsPage[];
export type SetupPart = (typeof parts)[number];

/** What the address's hash asks this form for: a part of it, or a page that comes only once it is finished. */
export function askedPart(hash: string): SetupPart | 'later' | null {
  const page = settingsPages.find((each) => hash === `#${each}`);
  if (page === undefined) return null;
  return parts.find((part) => part === page) ?? 'later';
}

/** Gives the keyboard to the part that main asked for. True once a page was asked for that is not here yet. */
export function useAskedPart(): boolean {
  const [isLater, setLater] = useState(false);
  useEffect(() => {
    const arrive = (): void => {
      const part = askedPart(location.hash);
      if (part === null) return;
      setLater(part === 'later');
      // Taken: the same one can be asked for again.
      history.replaceState(null, '', location.pathname);
      const place = document.querySelector(part === 'later' ? 'header' : `[data-part=${part}]`);
      place?.scrollIntoView({ block: 'start' });
      place?.querySelector<HTMLElement>('input, textarea, select, h1')?.focus();
    };
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, []);
  return isLater;
}
