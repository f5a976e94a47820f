/** The id of the heading of the page on show. */
export const headingId = 'page-heading';

/** Gives the keyboard to the page: when it is entered, and when what had the keyboard has gone with what it did. */
export function focusHeading(): void {
  document.getElementById(headingId)?.focus();
}
