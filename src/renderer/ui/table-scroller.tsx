import type { ComponentChildren } from 'preact';

/** Room for a table that may be wider than its window: it scrolls by itself, also with the keyboard. */
export function TableScroller(props: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="table-scroller" role="group" aria-label={props.label} tabIndex={0}>
      {props.children}
    </div>
  );
}
