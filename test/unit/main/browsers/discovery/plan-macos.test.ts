import { describe, expect, it } from 'vitest';
import {
  macosCandidates,
  planMacos,
  type MacosScan,
} from '../../../../../src/main/browsers/discovery/plan-macos.ts';

/*
 * Constructed; no Mac was at hand. Bundle identifiers and names: the makers' pages on managing preferences on macOS, as
 * many public projects list them. CFBundleExecutable: the bundle's name in all of these (Apple, Information Property
 * List). The default browser: LSHandlers of com.apple.launchservices.secure, whose identifiers are in lower case.
 */
const bundle = (name: string, id: string, folder = '/Applications'): MacosScan['bundles'][number] => ({
  path: `${folder}/${name}.app`,
  id,
  executable: name,
});
const edge = bundle('Microsoft Edge', 'com.microsoft.edgemac');
const chrome = bundle('Google Chrome', 'com.google.Chrome');
const inside = (name: string, folder = '/Applications'): string =>
  `${folder}/${name}.app/Contents/MacOS/${name}`;

const machines: readonly { machine: string; scan: MacosScan; found: readonly string[] }[] = [
  { machine: 'Safari only', scan: { bundles: [] }, found: [] },
  { machine: 'Chrome', scan: { bundles: [chrome] }, found: [`chrome ${inside('Google Chrome')}`] },
  {
    machine: 'Edge and Chrome with Safari as the default',
    scan: { bundles: [chrome, edge], defaultId: 'com.apple.safari' },
    found: [`edge ${inside('Microsoft Edge')}`, `chrome ${inside('Google Chrome')}`],
  },
  {
    machine: 'Edge and Chrome with Edge as the default: the one that gets no stray links comes first',
    scan: { bundles: [edge, chrome], defaultId: 'com.microsoft.edgemac' },
    found: [`chrome ${inside('Google Chrome')}`, `edge* ${inside('Microsoft Edge')}`],
  },
  {
    machine: 'only the default browser is there',
    scan: { bundles: [chrome], defaultId: 'com.google.chrome' },
    found: [`chrome* ${inside('Google Chrome')}`],
  },
  {
    machine: 'the default browser still comes before a canary',
    scan: {
      bundles: [bundle('Google Chrome Canary', 'com.google.Chrome.canary'), chrome],
      defaultId: 'com.google.chrome',
    },
    found: [`chrome* ${inside('Google Chrome')}`, `chrome-canary ${inside('Google Chrome Canary')}`],
  },
  {
    machine: 'Firefox, whose executable is in lower case, beside Edge as the default',
    scan: {
      bundles: [edge, { ...bundle('Firefox', 'org.mozilla.firefox'), executable: 'firefox' }],
      defaultId: 'com.microsoft.edgemac',
    },
    found: ['firefox /Applications/Firefox.app/Contents/MacOS/firefox', `edge* ${inside('Microsoft Edge')}`],
  },
  {
    machine: 'Firefox Nightly alone',
    scan: {
      bundles: [{ ...bundle('Firefox Nightly', 'org.mozilla.nightly'), executable: 'firefox' }],
    },
    found: ['firefox-canary /Applications/Firefox Nightly.app/Contents/MacOS/firefox'],
  },
  {
    machine: 'one browser for all and again for one user',
    scan: { bundles: [chrome, bundle('Google Chrome', 'com.google.Chrome', '/Users/ana/Applications')] },
    found: [`chrome ${inside('Google Chrome')}`],
  },
  {
    machine: 'installed for one user only',
    scan: { bundles: [bundle('Brave Browser', 'com.brave.Browser', '/Users/ana/Applications')] },
    found: [`brave ${inside('Brave Browser', '/Users/ana/Applications')}`],
  },
  {
    machine: 'a bundle that is somebody else’s under a browser’s name',
    scan: { bundles: [{ ...chrome, id: 'org.example.fake' }] },
    found: [],
  },
  {
    machine: 'a bundle whose executable leads out of it',
    scan: {
      bundles: [
        { ...chrome, executable: '../../../tmp/x' },
        { ...edge, executable: '..' },
      ],
    },
    found: [],
  },
];

describe('the browsers of a Mac', () => {
  it.each(machines)('$machine', ({ scan, found }) => {
    const { browsers } = planMacos(scan);
    expect(
      browsers.map(({ id, isDefault, executable }) => `${id}${isDefault ? '*' : ''} ${executable}`),
    ).toEqual(found);
  });

  it('looks in the machine’s applications before the user’s', () => {
    const candidates = macosCandidates('/Users/ana');
    expect(candidates).toContain('/Applications/Brave Browser.app');
    expect(candidates.indexOf('/Applications/Google Chrome.app')).toBeLessThan(
      candidates.indexOf('/Users/ana/Applications/Google Chrome.app'),
    );
  });
});
