/** How high a row is, and the part of a grid that shows rows, in CSS pixels. */
export const rowHeight = 36;
export const shownHeight = 12 * rowHeight;
/** Rows kept ready above and below, so that scrolling meets painted ones. */
const spareRows = 6;

/** The indices to have in the page: those in sight, and the one with the keyboard, whose element has to be there. */
export function indicesInSight(count: number, scrollTop: number, current: number): readonly number[] {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spareRows);
  const end = Math.min(count, Math.ceil((scrollTop + shownHeight) / rowHeight) + spareRows);
  const indices = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (current < 0 || current >= count) return indices;
  if (current < first) return [current, ...indices];
  return current >= end ? [...indices, current] : indices;
}
