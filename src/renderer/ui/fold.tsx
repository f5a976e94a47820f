import type { ComponentChildren } from 'preact';
import { useKept } from './use-kept.ts';

/** A part that is folded until it is opened. Under its name it is kept that it is open. */
export function Fold(props: {
  readonly name: string;
  readonly summary: ComponentChildren;
  readonly trouble: boolean;
  readonly children: ComponentChildren;
}) {
  const [state, setState] = useKept(`fold.${props.name}`);
  const isOpen = state === '' ? props.trouble : state === 'open';
  return (
    <details
      class="fold"
      open={isOpen}
      onToggle={(event) => {
        // The folds within tell of themselves, and what opened by itself is no choice.
        const { currentTarget } = event;
        if (event.target === currentTarget && currentTarget.open !== isOpen)
          setState(currentTarget.open ? 'open' : 'folded');
      }}
    >
      <summary>{props.summary}</summary>
      <div class="fold-content">{props.children}</div>
    </details>
  );
}

/** Opens whatever the element is folded in. */
export function unfold(element: Element): void {
  for (let at = element.closest('details'); at !== null; at = at.parentElement?.closest('details') ?? null)
    at.open = true;
}
