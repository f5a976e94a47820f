import { useEffect, useState } from 'preact/hooks';
import { settingsPages, type SettingsPage } from '#shared/settings/settings-page.ts';
import { useKept } from '../ui/use-kept.ts';

/**
 * The page on show. Main names one in the address's hash, at the start or later; else it is the one seen last.
 * `arrivals` grows each time that a page is named while the window is open: then the keyboard belongs to it.
 */
export function usePage(): {
  readonly page: SettingsPage;
  readonly arrivals: number;
  readonly choose: (page: SettingsPage) => void;
} {
  const [kept, keep] = useKept('settings.page');
  const [page, setPage] = useState(() => pageOf(location.hash) ?? pageOf(`#${kept}`) ?? settingsPages[0]);
  const [arrivals, setArrivals] = useState(0);
  const show = (next: SettingsPage): void => {
    setPage(next);
    keep(next);
  };
  useEffect(() => {
    const arrive = (): void => {
      const asked = pageOf(location.hash);
      if (asked === undefined) return;
      show(asked);
      setArrivals((count) => count + 1);
    };
    // Main may have named another page since the first rendering read the address.
    if ((pageOf(location.hash) ?? page) !== page) arrive();
    addEventListener('hashchange', arrive);
    return () => removeEventListener('hashchange', arrive);
  }, []);
  return {
    page,
    arrivals,
    choose(next) {
      // The address tells main which page is on show; being replaced, it raises no hashchange.
      history.replaceState(null, '', `#${next}`);
      show(next);
    },
  };
}

function pageOf(hash: string): SettingsPage | undefined {
  return settingsPages.find((page) => hash === `#${page}`);
}
