import { expect, test } from 'vitest';
import { waitingText } from '../../../../../src/renderer/settings/profiles/waiting-text.ts';

test.each([
  [true, true, 'profiles.waiting'],
  [true, false, 'profiles.waitingClosed'],
  [false, true, null],
  [false, false, null],
])('a new look that waits (%s) while the browser runs (%s) is told by %s', (waiting, running, key) => {
  expect(waitingText({ waiting, running })).toBe(key);
});
