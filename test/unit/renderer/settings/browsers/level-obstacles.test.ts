import { expect, test } from 'vitest';
import { levelObstacles } from '../../../../../src/renderer/settings/browsers/level-obstacles.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';

const withProfiles = { ownProfiles: [{ id: 'Default', name: 'Me' }] };

test.each<
  [what: string, change: Partial<Settings>, browser: { ownProfiles: [] } | undefined, told: string[]]
>([
  ['nothing at the usual level', {}, { ownProfiles: [] }, []],
  ['that no own profile was found', { isolation: 'own' }, { ownProfiles: [] }, ['noOwnProfile']],
  ['the same without a browser', { isolation: 'own' }, undefined, ['noOwnProfile']],
  [
    'the same for a tag',
    { tagRules: [{ tag: 'vip', isolation: 'own' }] },
    { ownProfiles: [] },
    ['noOwnProfile'],
  ],
  ['that the command is switched off', { isolation: 'custom' }, undefined, ['customOff']],
  ['that it is empty', { isolation: 'custom', customAllowed: true }, undefined, ['customEmpty']],
  [
    'nothing once there is one',
    { isolation: 'custom', customAllowed: true, customCommand: '/bin/x {url}' },
    undefined,
    [],
  ],
])('the isolation section tells %s', (_what, change, browser, told) => {
  expect(levelObstacles({ ...defaultSettings, ...change }, browser)).toEqual(told);
});

test('a profile of one’s own has to be chosen where there are some', () => {
  const settings: Settings = { ...defaultSettings, isolation: 'own' };
  expect(levelObstacles(settings, withProfiles)).toEqual(['ownUnchosen']);
  expect(levelObstacles({ ...settings, ownProfile: 'Default' }, withProfiles)).toEqual([]);
});
