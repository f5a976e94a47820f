import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { placeFinder } from '../../../../../src/main/desktop/finder/placement.ts';

const displays: readonly [name: string, area: { x: number; y: number; width: number; height: number }][] = [
  ['a laptop at 100 %', { x: 0, y: 0, width: 1920, height: 1040 }],
  ['a laptop at 300 %', { x: 0, y: 0, width: 640, height: 340 }],
  ['a second display left of the first', { x: -2560, y: -200, width: 2560, height: 1400 }],
  ['a display with a bar on its left', { x: 72, y: 27, width: 1848, height: 1053 }],
  ['an upright display', { x: 1920, y: 0, width: 1080, height: 1880 }],
];

describe('the finder is placed', () => {
  it.each(displays)('inside the work area of %s', (_name, area) => {
    const placed = placeFinder(area, 480);
    expect(placed.x).toBeGreaterThanOrEqual(area.x);
    expect(placed.y).toBeGreaterThanOrEqual(area.y);
    expect(placed.x + placed.width).toBeLessThanOrEqual(area.x + area.width);
    expect(placed.y + placed.height).toBeLessThanOrEqual(area.y + area.height);
  });

  it('in the middle from left to right and a fifth down', () => {
    expect(placeFinder({ x: 100, y: 50, width: 1880, height: 1000 }, 400)).toEqual({
      x: 700,
      y: 250,
      width: 680,
      height: 400,
    });
  });

  it('as high as its content, down to the display’s lower edge', () => {
    const area = { x: 0, y: 0, width: 1920, height: 1000 };
    expect(placeFinder(area, 700)).toMatchObject({ y: 200, height: 700 });
    expect(placeFinder(area, 2_000)).toMatchObject({ y: 200, height: 800 });
    // On a low display it stands higher before it loses what it needs.
    expect(placeFinder({ ...area, height: 700 }, 2_000)).toMatchObject({ y: 60, height: 640 });
    expect(placeFinder({ ...area, height: 340 }, 2_000)).toMatchObject({ y: 0, height: 340 });
  });

  it('in whole pixels within the work area, whatever the display and the content', () => {
    const pixels = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 10_000 });
    const content = fc.double({ min: 0, max: 100_000, noNaN: true });
    fc.assert(
      fc.property(pixels, pixels, size, size, content, (x, y, width, height, contentHeight) => {
        const placed = placeFinder({ x, y, width, height }, contentHeight);
        expect(Object.values(placed).every(Number.isInteger)).toBe(true);
        expect(placed.x >= x && placed.x + placed.width <= x + width).toBe(true);
        expect(placed.y >= y && placed.y + placed.height <= y + height).toBe(true);
      }),
    );
  });
});
