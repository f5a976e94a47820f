import { describe, expect, it } from 'vitest';
import { browserInForce } from '../../../../../src/renderer/ui/browser-in-force.ts';
import { keyLabel } from '#shared/hotkeys/key-label.ts';
import { timeAgo } from '../../../../../src/renderer/ui/time-ago.ts';
import { translator } from '#shared/locales/messages.ts';
import { defaultSettings } from '#shared/settings/settings.ts';

describe('how long ago', () => {
  const now = Date.parse('2030-01-10T12:00:00Z');
  it.each([
    ['2030-01-10T12:00:30Z', 'now', 'maintenant'],
    ['2030-01-10T11:59:01Z', 'now', 'maintenant'],
    ['2030-01-10T11:55:00Z', '5 minutes ago', 'il y a 5 minutes'],
    ['2030-01-10T09:00:00Z', '3 hours ago', 'il y a 3 heures'],
    ['2030-01-09T11:00:00Z', 'yesterday', 'hier'],
    ['2029-12-31T12:00:00Z', '10 days ago', 'il y a 10 jours'],
  ])('%s is %s', (iso, english, french) => {
    expect(timeAgo(iso, now, 'en')).toBe(english);
    expect(timeAgo(iso, now, 'fr')).toBe(french);
  });
});

describe('the browser in force', () => {
  const browsers = [
    { id: 'edge', name: 'Microsoft Edge', isDefault: false, ownProfiles: [], policies: [] },
    { id: 'chromium', name: 'Chromium', isDefault: false, ownProfiles: [], policies: [] },
  ];
  const choosing = (browser: string | null) => ({ ...defaultSettings, browser });

  it('is the chosen one, else the best', () => {
    expect(browserInForce({ browserProblem: null, browsers, settings: choosing('chromium') })).toMatchObject({
      value: 'Chromium',
    });
    expect(browserInForce({ browserProblem: null, browsers, settings: choosing(null) })).toMatchObject({
      value: 'Microsoft Edge',
    });
  });

  it('is never another one than was chosen', () => {
    expect(browserInForce({ browserProblem: null, browsers, settings: choosing('brave') })).toMatchObject({
      error: { kind: 'browser-not-found' },
    });
    expect(browserInForce({ browserProblem: null, browsers: [], settings: choosing(null) })).toMatchObject({
      error: { kind: 'no-browser' },
    });
  });
});

describe('what is printed on a key', () => {
  it('follows the language and the platform', () => {
    expect(keyLabel('Shift', 'linux', translator('fr'))).toBe('Maj');
    expect(keyLabel('Shift', 'darwin', translator('fr'))).toBe('⇧');
    expect(keyLabel('Super', 'win32', translator('en'))).toBe('Win');
    expect(keyLabel('num7', 'win32', translator('en'))).toBe('Numpad 7');
    expect(keyLabel('F9', 'linux', translator('fr'))).toBe('F9');
  });
});
