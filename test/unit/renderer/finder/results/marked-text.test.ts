import { expect, it } from 'vitest';
import { partsOf, type MarkedText } from '../../../../../src/renderer/finder/results/marked-text.ts';

const shown = (text: string, ranges: MarkedText['ranges']): string =>
  partsOf({ text, ranges })
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

it('cuts a text at its marks', () => {
  expect(shown('Contoso Ltd', [[0, 3]])).toBe('[Con]toso Ltd');
  expect(shown('Contoso Ltd', [[8, 11], [0, 1]])).toBe('[C]ontoso [Ltd]'); // prettier-ignore
  expect(shown('Contoso', [])).toBe('Contoso');
});

it('loses and doubles nothing, whatever the ranges', () => {
  const ranges: MarkedText['ranges'] = [[4, 2], [3, 99], [0, 4], [1, 2], [-5, 0]]; // prettier-ignore
  expect(partsOf({ text: 'Contoso', ranges }).map((part) => part.text).join('')).toBe('Contoso'); // prettier-ignore
});
