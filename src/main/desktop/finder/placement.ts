/** A rectangle in device-independent pixels, as Electron gives and takes them. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const finderWidth = 680;
/**
 * `least`: high enough for the input and the status line. `comfortable`: on a display where so much does not fit below its
 * upper fifth, the finder stands higher.
 */
export const finderHeights = { least: 96, comfortable: 640 } as const;

/**
 * Where the finder goes: centred, its upper edge a fifth down the display's work area, or higher on a low display, and
 * wholly inside that area however small it is. It is as high as its content, as far as there is room below its upper edge.
 * `contentHeight` is what the page asks for.
 */
export function placeFinder(workArea: Rectangle, contentHeight: number): Rectangle {
  const width = Math.min(finderWidth, workArea.width);
  const x = workArea.x + Math.floor((workArea.width - width) / 2);
  const fifth = Math.floor(workArea.height / 5);
  const most = Math.min(workArea.height, Math.max(workArea.height - fifth, finderHeights.comfortable));
  const height = Math.min(most, Math.max(finderHeights.least, Math.ceil(contentHeight)));
  const y = workArea.y + Math.min(fifth, workArea.height - height);
  return { x, y, width, height };
}
