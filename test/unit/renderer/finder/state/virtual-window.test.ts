import { describe, expect, it } from 'vitest';
import {
  rowsToRender,
  scrollToReveal,
  shownRows as rowsOfSize,
} from '../../../../../src/renderer/finder/state/virtual-window.ts';

const rowHeight = 48;
const shownRows = rowsOfSize.usual;

describe('the rows to render', () => {
  it('are all of a short list', () => {
    expect(rowsToRender(3, 0, rowHeight, 0)).toEqual([0, 1, 2]);
  });

  it('are few of 10,000, wherever the list is scrolled, and always those in sight', () => {
    for (const scrollTop of [0, 1, 47, 48, 5_000, 250_017, 10_000 * rowHeight - shownRows * rowHeight]) {
      const rows = rowsToRender(10_000, scrollTop, rowHeight, -1);
      expect(rows.length).toBeLessThan(30);
      const firstInSight = Math.floor(scrollTop / rowHeight);
      const lastInSight = Math.ceil(scrollTop / rowHeight + shownRows) - 1;
      expect(rows[0]).toBeLessThanOrEqual(firstInSight);
      expect(rows.at(-1)).toBeGreaterThanOrEqual(lastInSight);
      expect(new Set(rows).size).toBe(rows.length);
    }
  });

  it('include the highlighted one far out of sight, in the order of the list', () => {
    expect(rowsToRender(10_000, 0, rowHeight, 9_999).at(-1)).toBe(9_999);
    const rows = rowsToRender(10_000, 9_000 * rowHeight, rowHeight, 2);
    expect(rows[0]).toBe(2);
    expect(rows[1]).toBeGreaterThan(8_900);
  });

  it('are none of an empty list, and exist when the list has become shorter than the scroll position', () => {
    expect(rowsToRender(0, 0, rowHeight, -1)).toEqual([]);
    expect(rowsToRender(5, 40_000, rowHeight, 0)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('the scroll position that reveals a row', () => {
  const viewport = shownRows * rowHeight;

  it('stays when the row is in sight', () => {
    expect(scrollToReveal(3, 0, viewport, rowHeight)).toBe(0);
    expect(scrollToReveal(10, 5 * rowHeight, viewport, rowHeight)).toBe(5 * rowHeight);
  });

  it('moves as little as it must', () => {
    expect(scrollToReveal(8, 0, viewport, rowHeight)).toBe(rowHeight);
    expect(scrollToReveal(2, 5 * rowHeight, viewport, rowHeight)).toBe(2 * rowHeight);
    expect(scrollToReveal(9_999, 0, viewport, rowHeight)).toBe(10_000 * rowHeight - viewport);
  });

  it('shows the upper edge in a window that has no room yet', () => {
    expect(scrollToReveal(0, 0, 0, rowHeight)).toBe(0);
  });
});
