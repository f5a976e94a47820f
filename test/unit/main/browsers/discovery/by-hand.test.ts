import { describe, expect, it } from 'vitest';
import { browserName } from '../../../../../src/main/browsers/discovery/browser-name.ts';
import {
  isDoubtful,
  isKnownBrowser,
  planByHand,
} from '../../../../../src/main/browsers/discovery/by-hand.ts';

describe('a program that was given by hand', () => {
  it.each([
    ['/usr/bin/chromium', [], true],
    ['/opt/nightly/firefox-bin', ['omni.ja'], true],
    ['/bin/ls', ['cat', 'ls'], false],
  ])('%s is known without being asked: %s, %s', (path, beside, known) => {
    expect(isKnownBrowser({ path, usable: true, beside }, 'linux')).toBe(known);
  });

  it.each([
    ['Thorium 130.0.6723.174', false],
    ['Chromium 156.0 built on Debian', false],
    ['Mozilla Firefox 140.2', false],
    ['LibreWolf Mozilla 140.2-1', false],
    ['ls (GNU coreutils) 9.4', true],
    ['', true],
    [undefined, false],
  ])('that says %j is doubted: %s', (says, doubted) => {
    expect(isDoubtful(says === undefined ? {} : { says })).toBe(doubted);
  });

  it('is of the family that it says', () => {
    const scan = { path: '/opt/x/wolf', usable: true, beside: [] };
    expect(planByHand({ ...scan, says: 'Mozilla Firefox 140.2' }, 'linux')?.brand).toBe('firefox');
    expect(planByHand({ ...scan, says: 'Thorium 130.0.6723.174' }, 'linux')?.brand).toBe('chromium');
  });
});

it.each([
  ['chromium-by-hand', 'Chromium'],
  ['chromium-snap', 'Chromium'],
  ['edge-beta', 'Microsoft Edge Beta'],
  ['firefox', 'Our Firefox'],
  ['nothing-known', 'nothing-known'],
])('the profiles of %s are shown as %s', (id, name) => {
  expect(browserName(id, [{ id: 'firefox', name: 'Our Firefox' }])).toBe(name);
});
