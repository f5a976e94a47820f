import { expect, test } from 'vitest';
import { webPreferences } from '../../../../../src/main/desktop/security/web-preferences.ts';

test('no window has developer tools, another page within, or a word for the dictionary', () => {
  expect(webPreferences('/preload.cjs', 'windows')).toMatchObject({
    devTools: false,
    webviewTag: false,
    spellcheck: false,
  });
});
