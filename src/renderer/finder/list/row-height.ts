/** The height of one row; rows are placed by it, so it is said here and not in the style sheet. */
export const rowHeightRem = 3;

/** The same in CSS pixels, for the text size in force. */
export function rowHeightPixels(): number {
  return rowHeightRem * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
