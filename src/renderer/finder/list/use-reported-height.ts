import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { verticalPadding } from '../../ui/vertical-padding.ts';
import { rowHeightPixels } from './row-height.ts';
import { shownRows } from '../state/virtual-window.ts';

/**
 * Tells how high the finder would like to be, in CSS pixels, whenever that changes. The window may be lower than its
 * content, so the part that scrolls is reckoned by what it holds. Measured in the frame that renders, because a hidden
 * window observes no sizes.
 */
export function useReportedHeight(
  frame: RefObject<HTMLElement | null>,
  report: (pixels: number) => void,
): void {
  const reported = useRef(0);
  const measure = (): void => {
    if (frame.current === null) return;
    const wanted = Math.ceil(wantedHeight(frame.current));
    if (wanted === reported.current) return;
    reported.current = wanted;
    report(wanted);
  };
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
}

function wantedHeight(frame: HTMLElement): number {
  return [...frame.children].reduce((height, part) => height + wantedPartHeight(part), 0);
}

function wantedPartHeight(part: Element): number {
  if (!(part instanceof HTMLElement) || getComputedStyle(part).position === 'absolute') return 0;
  const borders = part.offsetHeight - part.clientHeight;
  if (!part.matches('.results')) return part.scrollHeight + borders + hiddenBelow(part);
  const size = part.dataset['rowSize'] === 'compact' ? 'compact' : 'usual';
  const most = shownRows[size] * rowHeightPixels(size) + verticalPadding(part);
  return Math.min(part.scrollHeight, most) + borders;
}

/** How much of a part's content lies outside of what scrolls within it. */
function hiddenBelow(part: HTMLElement): number {
  return [...part.querySelectorAll<HTMLElement>('[data-scrolls]')].reduce(
    (sum, { clientHeight, scrollHeight }) => sum + scrollHeight - clientHeight,
    0,
  );
}
