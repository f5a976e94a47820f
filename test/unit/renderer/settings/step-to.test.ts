import { describe, expect, it } from 'vitest';
import { stepTo } from '../../../../src/renderer/settings/step-to.ts';

describe('in the list of pages', () => {
  const all = ['first', 'second', 'third'] as const;

  it.each([
    ['ArrowDown', 'first', 'second'],
    ['ArrowRight', 'second', 'third'],
    ['ArrowDown', 'third', 'first'],
    ['ArrowUp', 'first', 'third'],
    ['ArrowLeft', 'third', 'second'],
    ['Home', 'third', 'first'],
    ['End', 'first', 'third'],
  ] as const)('%s leads from the %s to the %s', (key, from, to) => {
    expect(stepTo(key, all, from)).toBe(to);
  });

  it.each(['a', 'Enter', 'Tab', 'toString'])('%s leads nowhere', (key) => {
    expect(stepTo(key, all, 'first')).toBeUndefined();
  });
});
