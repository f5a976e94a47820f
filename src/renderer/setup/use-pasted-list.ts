import { useEffect } from 'preact/hooks';

/** Hands on a text that is pasted anywhere but into a field. */
export function usePastedList(take: (text: string) => void): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (event.target instanceof Element && event.target.closest('input, textarea') !== null) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text.trim() === '') return;
      event.preventDefault();
      take(text);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  });
}
