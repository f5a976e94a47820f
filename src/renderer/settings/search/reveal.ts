import { unfold } from '../../ui/fold.tsx';
import { declaredIn, keyOf } from './declared.ts';
import { spansOf, wordsIn, type Findable } from './find.ts';

/** The name of the highlight, which settings.css paints. */
const highlight = 'found';

/** Brings what was found into sight and gives it the keyboard. Its heading where it does not stand on the page just now. */
export function reveal(root: ParentNode, { heading, text }: Findable, query: string): void {
  const all = declaredIn(root);
  const wanted = all.find((each) => keyOf(each) === keyOf({ heading, text }));
  const target = wanted ?? all.find((each) => each.text === heading && each.control === undefined);
  if (target === undefined) {
    root.querySelector<HTMLElement>('h1')?.focus();
    return;
  }
  const { control, element, hints } = target;
  unfold(element);
  highlightWords([element, ...hints], query);
  element.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
  if (control !== undefined && document.activeElement === control) return;
  // What is locked or has no control takes the keyboard itself, so that a screen reader reads it.
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** Marks the words wherever they stand in the elements. Marks of an earlier call go. */
export function highlightWords(elements: readonly Element[], query: string): void {
  const words = wordsIn(query);
  const ranges = elements.flatMap((element) =>
    textsIn(element).flatMap((node) =>
      spansOf(node.data, words).map(([start, end]) => {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        return range;
      }),
    ),
  );
  if (ranges.length === 0) CSS.highlights.delete(highlight);
  else CSS.highlights.set(highlight, new Highlight(...ranges));
}

function textsIn(element: Element): readonly Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  return texts;
}
