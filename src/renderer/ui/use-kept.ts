import { useLayoutEffect, useState } from 'preact/hooks';

/**
 * A text that outlives its window: kept in the windows' own storage, which is in memory and ends with the application.
 * What is too long for it lasts as long as the window.
 */
export function useKept(name: string) {
  const [text, setText] = useState(() => localStorage.getItem(name) ?? '');
  useLayoutEffect(() => {
    try {
      localStorage.setItem(name, text);
    } catch {
      localStorage.removeItem(name);
    }
  }, [name, text]);
  return [text, setText] as const;
}
