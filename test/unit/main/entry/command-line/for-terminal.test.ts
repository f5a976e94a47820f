import { expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { forTerminal } from '../../../../../src/main/entry/command-line/for-terminal.ts';
import { toldRefusal } from '../../../../../src/main/entry/command-line/output.ts';
import { translator } from '#shared/locales/messages.ts';
import { problem } from '#shared/problems/problem.ts';

const anything = fc.string({ unit: 'binary' });

it('no control reaches a terminal, and JSON means what it meant', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(forTerminal(text)).not.toMatch(/[^\P{Cc}\n\t]|[\u2028-\u202e\u2066-\u2069]/u);
      expect(JSON.parse(forTerminal(JSON.stringify({ text })))).toEqual({ text });
    }),
  );
  expect(forTerminal('Zoë\tLtd\n\u001b[31m\u009b\r')).toBe('Zoë\tLtd\n\\u001b[31m\\u009b\\u000d');
});

it('what others wrote adds no line of its own to a refusal', () => {
  const told = (text: string) =>
    toldRefusal(
      { problem: problem('customer-not-found', { text }), candidates: [] },
      false,
      translator('en'),
    );
  expect(told('x\r\nDone.').split('\n')).toHaveLength(told('x').split('\n').length);
});
