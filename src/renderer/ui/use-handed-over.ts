import { useEffect } from 'preact/hooks';
import { useKept } from './use-kept.ts';

/** Like `useKept`, for what another window can hand over while this one is open. */
export function useHandedOver(name: string) {
  const [text, setText] = useKept(name);
  useEffect(() => {
    const follow = ({ key, newValue }: StorageEvent): void => {
      if (key === name) setText(newValue ?? '');
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [name, setText]);
  return [text, setText] as const;
}
