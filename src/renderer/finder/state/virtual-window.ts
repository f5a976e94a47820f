import type { RowSize } from '#shared/settings/settings.ts';

/** Which rows of a long list are worth having in the page. All sizes are in rows or in CSS pixels, as named. */

/** How many rows the finder shows before it scrolls: both sizes take the same room. */
export const shownRows: Readonly<Record<RowSize, number>> = { usual: 8, compact: 12 };
/** Rows kept ready above and below, so that scrolling meets painted ones. */
const spareRows = 3;

/**
 * The indices to render, in order, where `shown` rows are in sight: those around the scroll position, and the highlighted one wherever it is, because
 * the input's aria-activedescendant must name an element that exists.
 */
export function rowsToRender(
  count: number,
  scrollTop: number,
  rowHeight: number,
  highlighted: number,
  shown: number = shownRows.usual,
): readonly number[] {
  const firstShown = Math.floor(Math.max(0, scrollTop) / rowHeight);
  const first = Math.max(0, Math.min(firstShown, count - shown) - spareRows);
  const end = Math.min(count, firstShown + shown + spareRows + 1);
  const indices = Array.from({ length: Math.max(0, end - first) }, (_, offset) => first + offset);
  if (highlighted < 0 || highlighted >= count) return indices;
  if (highlighted < first) return [highlighted, ...indices];
  return highlighted >= end ? [...indices, highlighted] : indices;
}

/** The scroll position nearest to the present one that shows the whole row. */
export function scrollToReveal(
  index: number,
  scrollTop: number,
  viewportHeight: number,
  rowHeight: number,
): number {
  const top = index * rowHeight;
  // A window that is still growing may be lower than one row: then the row's upper edge counts.
  const room = Math.max(viewportHeight, rowHeight);
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - room);
}
