import { expect, test } from 'vitest';
import { signInPages } from '../../../../src/main/identity/sign-in-page.ts';

test('what a text holds is shown, never run', () => {
  const { failure } = signInPages((key) => `<b>${key}</b>&`, 'en');
  expect(failure).toContain('<h1>&lt;b&gt;signInPage.failed.title&lt;/b&gt;&amp;</h1>');
  expect(failure).not.toContain('<b>');
});
