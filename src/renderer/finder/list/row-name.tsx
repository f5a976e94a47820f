import { keptDifference } from './kept-difference.ts';
import { Marked } from './marked.tsx';
import type { MarkedText } from '../results/marked-text.ts';
import type { Row } from '../results/results.ts';

/** Shorter names are seen whole. */
const longName = 32;

/** The name of a row's customer. Of a long one that looks like another's, the part that differs is never cut off. */
export function RowName(props: { readonly row: Row; readonly others: readonly string[] }) {
  const { name, tellApart } = props.row;
  if (!tellApart || name.text.length < longName)
    return (
      <span class="row-name-cut" title={name.text}>
        <Marked text={name} />
      </span>
    );
  const { before, kept } = keptDifference(name.text, props.others);
  const from = before.length;
  const to = from + kept.length;
  return (
    <span class="row-name" title={name.text}>
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
