import { useLayoutEffect, useState } from 'preact/hooks';

/** Anything that holds a value and tells when it has another. */
export interface Readable<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

/** The store's value; the component renders again, in the same frame, when it changes. */
export function useStore<T>(store: Readable<T>): T {
  const [value, setValue] = useState(() => store.get());
  useLayoutEffect(() => {
    const update = (): void => setValue(() => store.get());
    update();
    return store.subscribe(update);
  }, [store]);
  return value;
}
