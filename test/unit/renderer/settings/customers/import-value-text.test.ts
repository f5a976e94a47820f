import { expect, it } from 'vitest';
import { importValueText } from '../../../../../src/renderer/settings/customers/import-value-text.ts';
import { translator } from '#shared/locales/messages.ts';

it.each([
  [null, 'nothing'],
  ['', 'nothing'],
  [[], 'nothing'],
  [true, 'yes'],
  [false, 'no'],
  ['Contoso', 'Contoso'],
  [['gold', 'retail'], 'gold, retail'],
] as const)('a field that holds %j reads %s', (value, text) => {
  expect(importValueText(value, translator('en'), 'en')).toBe(text);
});
