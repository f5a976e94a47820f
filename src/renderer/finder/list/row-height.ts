import type { RowSize } from '#shared/settings/settings.ts';

/** The height of one row in rem; rows are placed by it, so it is said here and not in the style sheet. */
export const rowHeights: Readonly<Record<RowSize, number>> = { usual: 3, compact: 2 };

/** The height of a row in CSS pixels, for the text size in force. */
export function rowHeightPixels(size: RowSize): number {
  return rowHeights[size] * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
