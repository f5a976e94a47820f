import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { RowSize } from '#shared/settings/settings.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { verticalPadding } from '../../ui/vertical-padding.ts';
import { useText } from '../../ui/text.tsx';
import type { FinderController } from '../state/finder-controller.ts';
import type { FinderView } from '../state/finder-view.ts';
import { listId } from './ids.ts';
import { ResultRow } from './result-row.tsx';
import { rowHeightPixels, rowHeights } from './row-height.ts';
import { usePointerMoved } from './use-pointer-moved.ts';
import { rowsToRender, scrollToReveal, shownRows } from '../state/virtual-window.ts';

/** The listbox. As high as all its rows, it holds only those in sight. */
export function ResultList(props: {
  readonly view: FinderView;
  readonly controller: FinderController;
  readonly accounts: readonly AccountStatus[];
  /** Customers that are known to be open. */
  readonly open: readonly TenantId[];
  readonly size: RowSize;
  readonly common: string;
}) {
  const { view, controller, size } = props;
  const { t } = useText();
  const hasMoved = usePointerMoved(view.showing, view.rows, view.reveal);
  const list = useRef<HTMLDivElement>(null);
  const viewportHeight = useRef(0);
  const [scrollTop, setScrollTop] = useState(0);

  const reveal = (from: number): void => {
    const element = list.current;
    if (element === null || view.highlighted < 0) return;
    const viewport = element.clientHeight - verticalPadding(element);
    viewportHeight.current = viewport;
    element.scrollTop = scrollToReveal(view.highlighted, from, viewport, rowHeightPixels(size));
    setScrollTop(element.scrollTop);
  };
  useLayoutEffect(() => reveal(list.current?.scrollTop ?? 0), [view.reveal]);
  // The window grows a moment after its content: what had to scroll until then scrolls back.
  useLayoutEffect(() => {
    const onResize = (): void => {
      const element = list.current;
      if (element !== null && element.clientHeight - verticalPadding(element) !== viewportHeight.current)
        reveal(0);
    };
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  });

  const onPointerMove = (event: PointerEvent): void => {
    const key = hasMoved(event) ? rowUnder(event) : undefined;
    if (key !== undefined) controller.point(key);
  };
  const onClick = (event: MouseEvent): void => {
    const key = rowUnder(event);
    if (key !== undefined) void controller.click(key);
  };

  const firstInSight = Math.ceil(scrollTop / rowHeightPixels(size));
  useLayoutEffect(() => controller.sees(firstInSight, shownRows[size]), [firstInSight, size]);
  const numberOf = (index: number): number | null => {
    const number = index - firstInSight + 1;
    return view.numbered && number >= 1 && number <= 9 ? number : null;
  };

  const indices = rowsToRender(
    view.rows.length,
    scrollTop,
    rowHeightPixels(size),
    view.highlighted,
    shownRows[size],
  );
  const names = indices.flatMap((index) => view.rows[index]?.name.text ?? []);
  return (
    <div
      class="results"
      id={listId}
      data-row-size={size}
      ref={list}
      role="listbox"
      aria-label={t('finder.list')}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onPointerMove={onPointerMove}
      // The keyboard stays in the input.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <div
        class="results-all"
        role="presentation"
        style={{ height: `${view.rows.length * rowHeights[size]}rem` }}
      >
        {indices.map((index) => {
          const row = view.rows[index];
          return (
            row && (
              <ResultRow
                // By place, not by customer: a letter then changes texts in rows that stand, where new rows took most
                // of the time until it was painted (measured: three times as long as finding what they show).
                key={index}
                row={row}
                index={index}
                count={view.rows.length}
                highlighted={index === view.highlighted}
                accounts={props.accounts}
                number={numberOf(index)}
                selected={view.selection.length === 0 ? null : view.selection.includes(row.customer.tenantId)}
                size={size}
                common={props.common}
                others={names}
                open={props.open.includes(row.customer.tenantId)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function rowUnder(event: Event): string | undefined {
  const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
  return option?.getAttribute('data-row') ?? undefined;
}
