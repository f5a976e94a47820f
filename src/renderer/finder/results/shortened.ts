const most = 80;

/** A text that was typed or pasted, short enough to be told of in a line or two. */
export function shortened(text: string): string {
  const letters = [...text.trim()];
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most).join('').trimEnd()}…`;
}
