/** A rectangle in device-independent pixels, as Electron gives and takes them. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const finderWidth = 680;
/** High enough for the input, its longest empty state and the status line; low enough for a small laptop. */
export const finderHeights = { least: 96, most: 640 } as const;

/**
 * Where the finder goes: centred, its upper edge a fifth down the display's work area, and wholly inside that area
 * however small it is. `contentHeight` is what the page asks for.
 */
export function placeFinder(workArea: Rectangle, contentHeight: number): Rectangle {
  const width = Math.min(finderWidth, workArea.width);
  const wanted = Math.max(finderHeights.least, Math.min(finderHeights.most, Math.ceil(contentHeight)));
  const height = Math.min(wanted, workArea.height);
  const x = workArea.x + Math.floor((workArea.width - width) / 2);
  const fifth = workArea.y + Math.floor(workArea.height / 5);
  const y = Math.max(workArea.y, Math.min(fifth, workArea.y + workArea.height - height));
  return { x, y, width, height };
}
