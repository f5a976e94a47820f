import { describe, expect, it } from 'vitest';
import { reportText } from '../../../../../src/main/entry/doctor/report.ts';
import { fc } from '../../../support/fast-check.ts';

const parts = { facts: '', complaints: [], notes: [], home: '/home/ana', platform: 'linux' } as const;
const reported = (log: string): string => reportText({ ...parts, log }).trim();

describe('a line of the log in a report', () => {
  it.each([
    ["does not exist in tenant 'Contoso Ltd'.", "does not exist in tenant '…'."],
    ["doesn't exist in tenant 'Contoso Ltd' (code 50020)", "doesn't exist in tenant '…' (code 50020)"],
    ["tenant 'O'Brien's Ltd' and user 'x' are not", "tenant '…' and user '…' are not"],
    ["tenant 'Smiths' Ltd' has no plan", "tenant '…' has no plan"],
    ['the users’ tenant “Contoso “West” Ltd” is not', "the users’ tenant '…' is not"],
    ['Mandant „Contoso GmbH“ fehlt', "Mandant '…' fehlt"],
    ['le client « L’Été & Cie » n’existe pas', "le client '…' n’existe pas"],
    ['‘O’Brien’ and ‹Contoso› here', "'…' and '…' here"],
    ['a name "Contoso \\"West\\" Ltd" there', "a name '…' there"],
    ['a name that was cut off: "Contoso Lt', "a name that was cut off: '…'"],
    ['user eve_contoso.com#EXT#@fabrikam.onmicrosoft.com failed', 'user [account] failed'],
    ["user o'brien@contoso.com, jörg%40contoso.com failed", 'user [account], [account] failed'],
    ['read contoso.mail.onmicrosoft.com and contoso-my.sharepoint.com', 'read [domain] and [domain]'],
    [
      'at https://login.microsoftonline.com/contoso.com/oauth2?x=1&y=z: 400',
      'at https://login.microsoftonline.com/…?x=1&…: 400',
    ],
    ['at login.microsoftonline.com/contoso.com/v2.0', 'at login.microsoftonline.com/…'],
    ['opened tidegate://open?tenant=contoso', 'opened tidegate:…'],
    ['in C:\\Users\\JOERG~1\\AppData\\Local', 'in ~\\AppData\\Local'],
    ['in file:///C:/Users/JOERG~1.CON/AppData', 'in file:///~/AppData'],
  ])('names nobody: %s', (line, shown) => {
    expect(reported(line)).toBe(shown);
  });

  it.each([
    '[error] counting incidents failed TypeError: fetch failed',
    '    at read (/opt/Tidegate/resources/app.asar/out/main/main.cjs:120:15)',
    '    at file:///opt/Tidegate/resources/app.asar/out/main/main.cjs:1:2',
    '    at node:internal/process/task_queues:95:5',
    "it can't be read, and the users' files aren't there",
    'net::ERR_NAME_NOT_RESOLVED at https://graph.microsoft.com/',
    'AADSTS50020: refused by login.microsoftonline.com, 12:30:01, 3/4',
    '~/.config/Tidegate/settings.json is not there',
  ])('keeps what helps: %s', (line) => {
    expect(reported(line)).toBe(line.trim());
  });
});

it('what the doctor tells stays as it is, quotation marks too', () => {
  const facts = 'Données : ~/.config/Tidegate. L’icône n’est pas « là ».';
  expect(reportText({ ...parts, facts, complaints: ['“x” is no setting'], log: '' })).toBe(
    `${facts}\n\n“x” is no setting`,
  );
});

const marker = 'Zyxwquell';
/** Where errors of Microsoft's and of the system name somebody. */
const places: readonly ((about: string) => string)[] = [
  ...["''", '""', '“”', '„“', '‘’', '‚‘', '«»', '‹›'].map(
    (marks) => (about: string) => `${marks[0]}${about}${marks[1]}`,
  ),
  () => `"a \\"${marker}\\" b"`,
  () => `https://login.microsoftonline.com/${marker}/oauth2`,
  () => `https://user@graph.microsoft.com:443/v1.0/x?a=1&b=${marker}#${marker}`,
  () => `login.microsoftonline.com/${marker}.com/v2.0`,
  () => `${marker}@contoso.com`,
  () => `ada@mail.${marker}.example`,
  () => `o'${marker}#EXT#@contoso.com`,
  () => `${marker}.onmicrosoft.com`,
  () => `${marker}.mail.onmicrosoft.us`,
  () => `C:\\Users\\${marker.slice(0, 6)}~1\\AppData`,
  () => `c:/users/${marker.slice(0, 6)}~12/AppData`,
];

it('a name in any such place is in no report', () => {
  // Words with every sign that might open or close a quotation too early.
  const word = ['it', "can't", 'users’', "Smiths'", 'Ltd', '&', 'l’Été', '(of)', '50020', '…', '.'];
  const wordsOf = (which: readonly string[]) =>
    fc.array(fc.constantFrom(...which), { maxLength: 5 }).map((each) => each.join(' '));
  const words = wordsOf([...word, 'C:', 'tenant=x']);
  const name = fc
    .tuple(wordsOf(word), wordsOf(word))
    .map(([before, after]) => [before, marker, after].join(' ').trim());
  const told = fc
    .tuple(words, fc.constantFrom(...places), name)
    .map(([before, place, about]) => `${before} ${place(about)}`);
  fc.assert(
    fc.property(fc.array(told, { minLength: 1, maxLength: 3 }), words, (several, after) => {
      const text = reported(`[warn] ${several.join(', ')} ${after}`).toLowerCase();
      expect(text).not.toContain(marker.slice(0, 6).toLowerCase());
    }),
    { numRuns: 3_000 },
  );
});
