import { partsOf, type MarkedText } from '../results/marked-text.ts';

/** A text with what was searched for marked in it. */
export function Marked({ text }: { readonly text: MarkedText }) {
  return (
    <>{partsOf(text).map((part) => (part.marked ? <mark key={part.start}>{part.text}</mark> : part.text))}</>
  );
}
