import { keptDifference } from './kept-difference.ts';
import { Marked } from './marked.tsx';
import type { MarkedText } from '../results/marked-text.ts';

/** Shorter names are seen whole. */
const longName = 32;

/**
 * The name of a row's customer. Of a long one the part that tells it from the other names in sight is never cut off; where
 * none of them is like it, its end.
 */
export function RowName(props: { readonly name: MarkedText; readonly others: readonly string[] }) {
  const { name, others } = props;
  if (name.text.length < longName) return <Marked text={name} />;
  const { before, kept } = keptDifference(name.text, others);
  const from = before.length;
  const to = from + kept.length;
  return (
    <span class="row-name-parts" title={name.text}>
      <span class="row-name-cut">
        <Marked text={part(name, 0, from)} />
      </span>
      <span class="row-name-kept">
        <Marked text={part(name, from, to)} />
      </span>
      <span class="row-name-cut">
        <Marked text={part(name, to, name.text.length)} />
      </span>
    </span>
  );
}

function part({ ranges, text }: MarkedText, from: number, to: number): MarkedText {
  const within = ranges
    .map(([start, end]) => [Math.max(start, from) - from, Math.min(end, to) - from] as const)
    .filter(([start, end]) => end > start);
  return { text: text.slice(from, to), ranges: within };
}
