import { useEffect } from 'preact/hooks';
import { settingsPages, type SettingsPage } from '#shared/settings/settings-page.ts';

/** The pages of the settings that a part of this form does the work of meanwhile. */
const setupParts = ['accounts', 'customers', 'browsers'] as const satisfies readonly SettingsPage[];
export type SetupPart = (typeof setupParts)[number];

/** What the address's hash asks this form for: a part of it, or a page that comes only once it is finished. */
export function askedPart(hash: string): SetupPart | 'later' | null {
  const page = settingsPages.find((each) => hash === `#${each}`);
  if (page === undefined) return null;
  return setupParts.find((part) => part === page) ?? 'later';
}

/** Hands on each part that main asks for; `show` may be another function with each rendering. */
export function useAskedPart(show: (part: SetupPart | 'later') => void): void {
  useEffect(() => {
    const arrive = (): void => {
      const part = askedPart(location.hash);
      if (part === null) return;
      // Taken: the same one can be asked for again.
      history.replaceState(null, '', location.pathname);
      show(part);
    };
    arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  });
}
