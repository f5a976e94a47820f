import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { heaviestList } from '#shared/imports/import.ts';
import { planChannel } from '../../../../../src/main/entry/channel/plan-channel.ts';
import {
  longestLine,
  readAnswer,
  readRequestLine,
  requestBytes,
  wireVersion,
} from '../../../../../src/main/entry/channel/wire.ts';
import { exitCodes } from '../../../../../src/main/entry/command-line/command-line.ts';
import {
  exitCodeOf,
  told,
  toldRefusal,
  type Told,
} from '../../../../../src/main/entry/command-line/output.ts';
import { parseCommandLine } from '../../../../../src/main/entry/command-line/parse-command-line.ts';
import { complaintsOf, notesOf, type Diagnosis } from '../../../../../src/main/entry/doctor/diagnosis.ts';
import { findNamed } from '../../../../../src/main/entry/find-named.ts';
import { languageNames, type Language } from '#shared/locales/language.ts';
import { translator } from '#shared/locales/messages.ts';
import { problem } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/result.ts';
import { aCustomer, aTenantId } from '../../../support/samples.ts';

describe('a command line', () => {
  it.each([
    [['--help'], { command: 'help', json: false }],
    [['open', '--help'], { command: 'help', json: false }],
    [['--version', '--json'], { command: 'version', json: true }],
    [['open', 'contoso'], { command: 'open', customer: 'contoso', dryRun: false, json: false }],
    [
      ['open', '--json', '--browser=edge', 'Contoso Ltd', '--page', 'incidents', '--isolation', 'sealed'],
      {
        command: 'open',
        customer: 'Contoso Ltd',
        page: 'incidents',
        browser: 'edge',
        isolation: 'sealed',
        dryRun: false,
        json: true,
      },
    ],
    [['--json', 'open', '--dry-run', 'a'], { command: 'open', customer: 'a', dryRun: true, json: true }],
    [['open', '--', '--odd'], { command: 'open', customer: '--odd', dryRun: false, json: false }],
    [['import', 'a.csv', '--dry-run'], { command: 'import', file: 'a.csv', dryRun: true, json: false }],
    [['export', 'A.JSON'], { command: 'export', file: 'A.JSON', format: 'json', json: false }],
    [['wipe', '--yes'], { command: 'wipe', yes: true, json: false }],
  ])('%j', (words, line) => {
    expect(parseCommandLine(words)).toEqual(ok(line));
  });

  it.each([
    [
      ['portals', '--json'],
      ['pages', '--json'],
    ],
    [
      ['open', 'contoso', '--portal', 'incidents'],
      ['open', 'contoso', '--page', 'incidents'],
    ],
    [
      ['--portal', 'incidents', 'open', 'contoso'],
      ['open', 'contoso', '--page=incidents'],
    ],
  ])('of an earlier name is understood: %j', (earlier, words) => {
    const read = parseCommandLine(earlier);
    expect(read).toMatchObject({ ok: true });
    expect(read).toEqual(parseCommandLine(words));
  });

  it('names a page once, under whichever name', () => {
    const twice = ['open', 'contoso', '--portal=incidents', '--page=alerts'];
    expect(parseCommandLine(twice)).toMatchObject({ ok: false, error: { kind: 'option-invalid' } });
  });

  it.each([
    ['command-unknown', ['opne']],
    ['command-unknown', ['toString']],
    ['command-unknown', ['']],
    ['command-missing', []],
    ['command-missing', ['--dry-run']],
    ['option-unknown', ['open', 'x', '--executable', '/bin/sh']],
    ['option-unknown', ['list', '--dry-run']],
    ['option-unknown', ['wipe', '-y']],
    ['option-invalid', ['open', 'x', '--page']],
    ['option-invalid', ['open', 'x', '--page', 'link:https://evil.example/']],
    ['option-invalid', ['open', 'x', '--browser', '../edge']],
    ['option-invalid', ['open', 'x', '--isolation', 'none']],
    ['option-invalid', ['open', 'x', '--browser', 'a', '--browser', 'b']],
    ['argument-missing', ['import']],
    ['argument-missing', ['open', ' ']],
    ['argument-extra', ['list', 'x']],
    ['argument-extra', ['open', 'a', 'b']],
    ['argument-extra', ['open', 'https://security.microsoft.com/', '--page', 'incidents']],
    ['export-format-unknown', ['export', 'a.txt']],
  ])('is void with %s: %j, and that is exit code 2', (kind, words) => {
    const read = parseCommandLine(words);
    expect(read).toMatchObject({ error: { kind } });
    expect(!read.ok && exitCodeOf(read.error)).toBe(exitCodes.usage);
  });

  it('never throws', () => {
    const word = fc.oneof(
      fc.constantFrom('open', '--json', '--page', '--', '-', 'incidents', '='),
      fc.string(),
    );
    fc.assert(fc.property(fc.array(word, { maxLength: 8 }), (words) => void parseCommandLine(words)));
  });
});

describe('a name', () => {
  const contoso = aCustomer({ name: 'Contoso Ltd', defaultDomain: 'contoso.example', aliases: ['CTS'] });
  const pharma = aCustomer({ name: 'Contoso Pharma' });
  const cafe = aCustomer({ name: 'Café Noir' });
  const secret = aCustomer({ name: 'Covert', hidden: true });
  const all = [contoso, pharma, cafe, secret];

  it.each([
    ['contoso', contoso],
    ['CONTOSO LTD', contoso],
    ['cts', contoso],
    ['contoso.example', contoso],
    [contoso.tenantId.toUpperCase(), contoso],
    ['pharma', pharma],
    ['cafe', cafe],
    ['noir caf', cafe],
    ['covert', secret],
  ])('%s names one', (text, customer) => {
    expect(findNamed(text, all)).toEqual(ok(customer));
  });

  it('that fits several names none, and lists them', () => {
    expect(findNamed('conto', all)).toMatchObject({
      error: {
        problem: problem('customer-ambiguous', { text: 'conto', count: '2' }),
        candidates: [{ name: 'Contoso Ltd' }, { name: 'Contoso Pharma' }],
      },
    });
    const twin = aCustomer({ name: 'Contoso Ltd' });
    expect(findNamed('contoso ltd', [contoso, twin])).toMatchObject({ ok: false });
  });

  it.each(['cotnoso', 'cov', '', ' ', '!!!', aTenantId()])('%j is not guessed at', (text) => {
    expect(findNamed(text, all)).toMatchObject({ ok: false, error: { candidates: [] } });
  });
});

describe('the channel', () => {
  const input = {
    platform: 'linux' as const,
    root: '/home/ana/.config/Tidegate',
    key: '/home/ana/.config/Tidegate/channel.key',
    runtimeFolder: '/run/user/1000',
    temporaryFolder: '/tmp',
  };

  it('is in the folder that the system made for this user, else in our own, else where it fits', () => {
    expect(planChannel(input)).toMatchObject({
      folder: expect.stringMatching(/^\/run\/user\/1000\/tidegate-[0-9a-f]{16}$/) as string,
    });
    expect(planChannel({ ...input, runtimeFolder: undefined })).toEqual({
      kind: 'socket',
      folder: '/home/ana/.config/Tidegate/channel',
      path: '/home/ana/.config/Tidegate/channel/socket',
    });
    const deep = { ...input, runtimeFolder: 'relative', root: `/home/${'a'.repeat(100)}` };
    expect(planChannel(deep).path).toMatch(/^\/tmp\/tidegate-[0-9a-f]{16}\/socket$/);
    expect(planChannel({ ...deep, temporaryFolder: `/${'t'.repeat(100)}` }).path.length).toBeLessThan(104);
    expect(planChannel({ ...input, platform: 'win32' })).toEqual({
      kind: 'pipe',
      path: expect.stringMatching(/^\\\\\.\\pipe\\tidegate-[0-9a-f]{16}$/) as string,
      key: input.key,
    });
    expect(planChannel({ ...input, root: '/other' })).not.toEqual(planChannel(input));
  });

  it('takes what the command line sends', () => {
    const request = { do: 'open', customer: 'contoso', dryRun: false } as const;
    expect(readRequestLine(Buffer.from(requestBytes(request)).toString())).toEqual(request);
  });

  it.each([
    '',
    'null',
    `{"version":${wireVersion}}`,
    '{"version":1,"request":{"do":"sync"}}',
    ...[
      { do: 'quit' },
      { do: 'sync', more: 1 },
      { do: 'open', customer: 'x', dryRun: false, executable: '/bin/sh' },
      { do: 'open', customer: 7, dryRun: false },
      { do: 'export', file: 'x'.repeat(5_000), format: 'csv' },
      { do: 'import', file: '/etc/passwd', dryRun: true },
      { do: 'import', bytes: -1, dryRun: true },
      { do: 'import', bytes: heaviestList + 1, dryRun: true },
    ].map((request) => JSON.stringify({ version: wireVersion, request })),
    '['.repeat(longestLine),
  ])('takes nothing else: %#', (line) => {
    expect(readRequestLine(line)).toBeUndefined();
  });

  it('believes no answer that is none', () => {
    for (const line of ['', '{}', `{"version":${wireVersion},"answer":{"ok":false,"error":{}}}`])
      expect(readAnswer(line)).toBeUndefined();
  });
});

const healthy: Diagnosis = {
  version: '1.0.0',
  runtime: { electron: '33', chromium: '130', node: '20' },
  system: 'linux x64 6',
  data: { folder: '~/.config/Tidegate', writable: true },
  files: [{ file: 'usage.json', state: 'missing' }],
  policyProblems: [],
  browsers: [{ id: 'edge', name: 'Edge', version: '1', isDefault: true, policies: [] }],
  refusedBrowsers: [{ name: 'Chrome', path: '/x', reason: 'flatpak' }],
  browserProblem: null,
  signIns: { wanted: false, keep: true, onDisk: false, store: 'basic_text' },
  surroundings: { freeMegabytes: 5_000, network: [], clockAhead: null, tray: null },
  at: '2026-03-02T10:00:00.000Z',
  running: null,
  lastSync: [{ source: 'gdap', at: '2026-03-01T10:00:00.000Z', customers: 2 }],
};
const sick: Diagnosis = {
  ...healthy,
  data: { folder: '/x', writable: false },
  surroundings: {
    freeMegabytes: 3,
    network: [
      {
        host: 'graph.microsoft.com',
        proxy: 'PROXY p:80',
        problem: problem('offline', { host: 'graph.microsoft.com' }),
      },
      { host: 'login.microsoftonline.com', proxy: null, problem: null },
    ],
    clockAhead: -900,
    tray: false,
  },
  signIns: { ...healthy.signIns, wanted: true },
  at: '2026-03-31T10:00:00.000Z',
  files: [
    { file: 'usage.json', state: 'damaged' },
    { file: 'settings.json', state: 'newer' },
  ],
  policyProblems: [problem('policy-name-unknown', { place: '/etc/tidegate/policy.json', setting: 'x' })],
  browsers: [
    {
      id: 'edge',
      name: 'Edge',
      version: null,
      isDefault: false,
      policies: [{ policy: 'UserDataDir', effect: 'moved' }],
    },
  ],
  browserProblem: 'no-browser',
  running: {
    hotkey: { active: null, refused: 'Control+Shift+Space', instead: null },
    clipboardHotkey: { active: null, refused: null, instead: null },
    tokensKept: true,
    accounts: 2,
    accountsToSignIn: 1,
    problems: [],
    processes: [4711],
  },
};

it('finds what is wrong, and nothing where nothing is', () => {
  expect(complaintsOf(healthy)).toEqual([]);
  expect(complaintsOf(sick).map(({ kind }) => kind)).toEqual([
    'data-unwritable',
    'disk-full',
    'file',
    'file',
    'own-policy',
    'browser',
    'policy',
    'hotkey',
    'sign-in',
    'network',
    'clock',
  ]);
  expect(notesOf(healthy)).toEqual([]);
  expect(notesOf(sick).map(({ kind }) => kind)).toEqual(['no-tray', 'no-keyring', 'old-list']);
});

describe.each(Object.keys(languageNames) as Language[])('in %s', (language) => {
  const t = translator(language);
  const tenantId = aTenantId();
  const all: readonly Told[] = [
    { kind: 'help' },
    { kind: 'version', version: '1.0.0', electron: '33' },
    { kind: 'done' },
    { kind: 'opened', customer: 'Contoso', browser: 'Edge' },
    { kind: 'exported', file: '/x.csv', customers: 2 },
    { kind: 'customers', customers: [{ ...aCustomer(), tenantId }] },
    { kind: 'pages', pages: [{ id: 'own-1', name: 'Mine', standing: 'own', hidden: false }] },
    { kind: 'doctor', healthy: true, diagnosis: healthy },
    { kind: 'doctor', healthy: false, diagnosis: sick },
    {
      kind: 'imported',
      report: {
        added: 1,
        updated: 2,
        unchanged: 3,
        refused: [{ line: 4, column: null, text: 'x', problem: problem('link-unknown', { text: 'x' }) }],
        refusedCount: 1,
        duplicates: 2,
        told: [problem('list-encoding-guessed', { encoding: 'encoding.windows-1252' })],
        readAs: { encoding: 'windows-1252', guessed: true },
      },
    },
    {
      kind: 'planned',
      plan: {
        customer: { tenantId, name: 'Contoso' },
        page: 'defender',
        url: 'https://security.microsoft.com/',
        isolation: 'profile',
        browser: { id: 'edge', name: 'Edge' },
        executable: '/usr/bin/edge',
        arguments: ['--new-window', 'https://security.microsoft.com/'],
        folder: '/data',
        profile: '/data/t-1',
      },
    },
  ];

  it.each(all)('$kind is told in text, and as one line of JSON', (what) => {
    const text = told(what, false, 'linux', t);
    expect(text).not.toMatch(/\{\{|undefined|cli\./);
    expect(text.endsWith('\n')).toBe(true);
    const json = told(what, true, 'linux', t);
    expect(json.trimEnd()).not.toContain('\n');
    expect(JSON.parse(json)).toMatchObject({ ok: true, kind: what.kind });
  });

  it('JSON has each field under its earlier name as well', () => {
    const json = (kind: Told['kind']) =>
      JSON.parse(
        told(all.find((each) => each.kind === kind) ?? { kind: 'help' }, true, 'linux', t),
      ) as object;
    expect(json('pages')).toMatchObject({ pages: [{ id: 'own-1' }], portals: [{ id: 'own-1' }] });
    expect(json('planned')).toMatchObject({ plan: { page: 'defender', destination: 'defender' } });
  });

  it('a refusal says what happened, whom it may have meant, and what to do', () => {
    const refused = {
      problem: problem('customer-ambiguous', { text: 'conto', count: '2' }),
      candidates: [{ tenantId, name: 'Contoso\tLtd' }],
    };
    expect(toldRefusal(refused, false, t).split('\n')).toEqual([
      t('problem.customer-ambiguous', { text: 'conto', count: '2' }),
      `${tenantId}\tContoso Ltd\t`,
      t('problem.customer-ambiguous.next'),
      '',
    ]);
    expect(JSON.parse(toldRefusal(refused, true, t))).toMatchObject({
      ok: false,
      error: { kind: 'customer-ambiguous' },
      candidates: [{ tenantId }],
    });
  });

  it('the help tells every command and every exit code', () => {
    const help = t('cli.help');
    for (const word of ['open', 'list', 'pages', 'import', 'export', 'sync', 'toggle', 'doctor', 'wipe'])
      expect(help).toMatch(new RegExp(`^  ${word}\\b`, 'm'));
    for (const code of Object.values(exitCodes)) expect(help).toContain(` ${code} `);
  });
});

it.each([
  ['customer-unknown', exitCodes.unclear],
  ['customer-ambiguous', exitCodes.unclear],
  ['customer-not-found', exitCodes.unclear],
  ['confirmation-needed', exitCodes.declined],
  ['cancelled', exitCodes.declined],
  ['no-browser', exitCodes.failed],
  ['not-answering', exitCodes.failed],
] as const)('%s ends with %i', (kind, code) => {
  expect(exitCodeOf({ kind, values: {} } as unknown as Parameters<typeof exitCodeOf>[0])).toBe(code);
});

it.each([
  ['--encoding windows-1250', 'windows-1250'],
  ['--encoding=1250', 'windows-1250'],
  ['--encoding cp932', 'shift_jis'],
  ['--encoding UTF8', 'utf-8'],
])('an import says how its letters are written: %s', (option, encoding) => {
  const line = parseCommandLine(['import', 'list.csv', ...option.split(' ')]);
  expect(line).toMatchObject({ ok: true, value: { command: 'import', file: 'list.csv', encoding } });
});

it('letters that nobody knows make the line void', () => {
  const line = parseCommandLine(['import', 'list.csv', '--encoding', 'klingon']);
  expect(line).toMatchObject({ error: { kind: 'option-invalid', values: { option: '--encoding' } } });
});
