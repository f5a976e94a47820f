/** No menu of the tray is wider than this, in device-independent pixels, whatever language and names it shows. */
export const mostMenuWidth = 400;

/** What stands beside a label: its margins, and the place of a mark, an icon or a submenu's arrow. */
export const besideLabel = 64;

/** An em of the largest font that menus have where nothing is enlarged, in pixels: 11 points at 96 to the inch. */
const em = 14.7;

/** Widths in em, the widest kinds of letters first. None is narrower than the widest fonts of menus have it. */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  // Combining marks stand on the letter before.
  [/^\p{M}/u, 0],
  [/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uff60]/u, 1.1],
  [/^[MWmw@%…—ŒÆœæ\p{Lo}]/u, 0.98],
  [/^[\p{Lu}\d&#=+~<>–]/u, 0.72],
  [/^[fijlrtI.,:;'’!|()[\] ·-]/u, 0.38],
];
const otherWidth = 0.56;

/** At most so wide is the label in a menu, in pixels. */
export function labelWidth(label: string): number {
  let sum = 0;
  for (const letter of label) sum += widths.find(([letters]) => letters.test(letter))?.[1] ?? otherWidth;
  return sum * em;
}

/** `label`, or as much of it as the menu has place for: what is left out of its middle is an ellipsis. */
export function fitLabel(label: string, place = mostMenuWidth - besideLabel): string {
  if (labelWidth(label) <= place) return label;
  const letters = [...new Intl.Segmenter().segment(label)].map(({ segment }) => segment);
  // Names that look alike differ at an end.
  for (let kept = letters.length - 1; kept > 1; kept -= 1) {
    const end = Math.floor(kept / 2);
    const short = `${letters.slice(0, kept - end).join('')}…${letters.slice(-end).join('')}`;
    if (labelWidth(short) <= place) return short;
  }
  return '…';
}

/** `text` with `value` in it, of which so much is left out that the whole fits. */
export function fitValue(text: (value: string) => string, value: string): string {
  return text(fitLabel(value, mostMenuWidth - besideLabel - labelWidth(text(''))));
}

/** The first of the labels that fits whole; where none does, the last one, shortened. */
export function firstThatFits(...labels: readonly [string, ...string[]]): string {
  return labels.find((label) => fitLabel(label) === label) ?? fitLabel(labels.at(-1) ?? '');
}
