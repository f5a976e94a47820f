import { createElement, render } from 'preact';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';

/** The windows' storage, empty. */
export function emptyStorage(): Map<string, string> {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
  return kept;
}

export interface Hooked<Props, Told> {
  /** What the hook gave last. */
  readonly told: () => Told;
  readonly show: (props: Props) => Promise<void>;
  /** Does something within one turn: effects run after it. */
  readonly during: (action: () => unknown) => Promise<void>;
}

/** Runs a hook as Preact does, in a part of a window that draws nothing and so needs no document. */
export async function runHook<Props, Told>(
  hook: (props: Props) => Told,
  first: Props,
): Promise<Hooked<Props, Told>> {
  const root = { nodeType: 1, childNodes: [], firstChild: null, namespaceURI: null } as unknown as Element;
  let last: { readonly told: Told } | undefined;
  const Part = ({ given }: { readonly given: Props }) => {
    last = { told: hook(given) };
    return null;
  };
  const draw = (given: Props): void => render(createElement(Part, { given }), root);
  await act(() => draw(first));
  return {
    told: () => {
      if (last === undefined) throw new Error('The hook has not run.');
      return last.told;
    },
    show: (props) => act(() => draw(props)),
    during: (action) =>
      act(async () => {
        await action();
      }),
  };
}
