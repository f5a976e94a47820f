/** The padding above and below an element's content, in CSS pixels. */
export function verticalPadding(element: Element): number {
  const style = getComputedStyle(element);
  return Number.parseFloat(style.paddingTop) + Number.parseFloat(style.paddingBottom);
}
