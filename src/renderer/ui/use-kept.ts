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

/** Kept where everything was deleted: an empty text means that nothing was typed. */
const emptied = ' ';

/**
 * A text that is typed in the place of the one that is set. It outlives its window until `used`, which leaves what was typed
 * meanwhile; then what is set shows again.
 */
export function useTyped(name: string, set: string) {
  const [typed, setTyped] = useKept(name);
  return {
    text: typed === '' ? set : typed === emptied ? '' : typed,
    write: (text: string) => setTyped(text === '' ? emptied : text),
    used: () => setTyped((now) => (now === typed ? '' : now)),
  };
}
