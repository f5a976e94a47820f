import { describe, expect, it } from 'vitest';
import { AskFirst, type AskContext } from '../../../../src/main/commands/ask-first.ts';
import { Commands, type Handlers } from '../../../../src/main/commands/commands.ts';
import { mayAsk, type WayIn } from '../../../../src/main/commands/entries.ts';
import { questionTexts, type Question } from '../../../../src/main/desktop/windows/question.ts';
import type { Command, CommandKind } from '#shared/commands/command.ts';
import type { Act } from '#shared/portals/acting-links.ts';
import { translator } from '#shared/locales/messages.ts';
import { done } from '#shared/commands/outcomes.ts';
import type { ProfileRow } from '#shared/commands/profiles.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import { aTenantId } from '../../support/samples.ts';

const tenantId = aTenantId();
const key = { browser: 'chromium', kind: 'shared', id: 't-1' } as const;
const row = { ...key, name: 'Contoso', tenantId, owner: 'customer', running: false } as unknown as ProfileRow;
const unlisted = (name: string) => ({ tenantId, name, domains: [] });
const contoso = { name: 'Contoso', customer: unlisted('Contoso') };
const ana = { id: 'a', username: 'ana@mssp.example' } as unknown as AccountStatus;

interface Given {
  readonly settings?: Partial<Settings>;
  readonly locked?: readonly (keyof Settings)[];
  readonly rows?: readonly ProfileRow[];
  readonly answer?: boolean;
}

/** Commands whose handlers only write down that they ran, behind a user who gives this answer. */
function door({ answer = false, locked = [], rows = [row], settings = {} }: Given = {}) {
  const ran: CommandKind[] = [];
  const asked: Question[] = [];
  const handlers = new Proxy({} as Handlers, {
    get: (_target, kind) => () => {
      ran.push(kind as CommandKind);
      return done;
    },
  });
  const context: AskContext = {
    settings: { current: { ...defaultSettings, ...settings }, locked },
    directory: { find: () => undefined },
    profiles: { report: () => Promise.resolve({ rows, counting: false }) },
    accounts: () => [ana],
    platform: 'linux',
  };
  const askFirst = new AskFirst(context, (question) => {
    asked.push(question);
    return Promise.resolve(answer);
  });
  const commands = new Commands(handlers, () => undefined, askFirst);
  const from = (wayIn: WayIn, command: Command) => commands.run(command, wayIn);
  return { asked, ran, from, run: (command: Command) => from('settings', command) };
}

/** What a window may ask for and what a dialog has to stand before. */
const guarded: readonly (readonly [Command, Question, WayIn])[] = [
  [{ kind: 'resetProfile', tenantId }, { kind: 'resetProfile', customer: unlisted('Contoso') }, 'finder'],
  [{ kind: 'closeBrowsers' }, { kind: 'closeBrowsers' }, 'finder'],
  [{ kind: 'confirmHost', host: 'evil.example' }, { kind: 'confirmHost', host: 'evil.example' }, 'finder'],
  [{ kind: 'confirmHost', host: 'evil.example' }, { kind: 'confirmHost', host: 'evil.example' }, 'settings'],
  [
    { kind: 'setCustomCommand', command: '/opt/x --u={url} "a b"' },
    { kind: 'setCustomCommand', program: '/opt/x', arguments: ['--u={url}', 'a b'] },
    'settings',
  ],
  [
    { kind: 'setBrowserArguments', arguments: ['--lang=fr'] },
    { kind: 'setBrowserArguments', arguments: ['--lang=fr'] },
    'settings',
  ],
  [
    { kind: 'chooseSharedList', from: { kind: 'address', address: 'https://evil.example/l.csv' } },
    { kind: 'chooseSharedList', host: 'evil.example', address: 'https://evil.example/l.csv' },
    'settings',
  ],
  [
    {
      kind: 'chooseSharedList',
      of: 'hunts',
      from: { kind: 'address', address: 'https://evil.example/h.json' },
    },
    { kind: 'chooseHuntList', host: 'evil.example', address: 'https://evil.example/h.json' },
    'settings',
  ],
  [
    { kind: 'clearProfile', profile: key, what: 'siteData' },
    { kind: 'clearProfile', profile: contoso },
    'settings',
  ],
  [{ kind: 'deleteProfiles', profiles: [key] }, { kind: 'deleteProfiles', profiles: [contoso] }, 'settings'],
  [
    { kind: 'removeCustomer', tenantId },
    { kind: 'removeCustomer', customer: unlisted(tenantId) },
    'settings',
  ],
  [{ kind: 'signOut', accountId: 'a' }, { kind: 'signOut', account: 'ana@mssp.example' }, 'settings'],
  [{ kind: 'deleteJournal' }, { kind: 'deleteJournal' }, 'settings'],
  [{ kind: 'endShift' }, { kind: 'endShift', accounts: ['ana@mssp.example'] }, 'settings'],
];

describe('what a window wants and the user has to be asked about', () => {
  it.each(guarded)('%j is not done without a yes', async (command, question, wayIn) => {
    expect(mayAsk(wayIn, command.kind)).toBe(true);
    const no = door({ answer: false });
    expect(await no.from(wayIn, command)).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(no.asked).toEqual([question]);
    expect(no.ran).toEqual([]);
    const yes = door({ answer: true });
    expect(await yes.from(wayIn, command)).toEqual(done);
    expect(yes.asked).toEqual([question]);
    expect(yes.ran).toEqual([command.kind]);
  });

  it('one question at a time: what asks while another is read is refused', async () => {
    let answer = (_yes: boolean): void => {};
    let asked = 0;
    const askFirst = new AskFirst(
      {
        settings: { current: defaultSettings, locked: [] },
        directory: { find: () => undefined },
        profiles: { report: () => Promise.resolve({ rows: [], counting: false }) },
        accounts: () => [],
        platform: 'linux',
      },
      () => {
        asked += 1;
        return new Promise<boolean>((resolve) => (answer = resolve));
      },
    );
    const first = askFirst.before({ kind: 'closeBrowsers' }, 'finder');
    const second = askFirst.before({ kind: 'confirmHost', host: 'evil.example' }, 'settings');
    expect(await second).toMatchObject({ error: { kind: 'question-open' } });
    expect(await askFirst.confirm({ kind: 'wipe' })).toBe(false);
    expect(asked).toBe(1);
    answer(true);
    expect(await first).toEqual({ ok: true, value: undefined });
    const third = askFirst.before({ kind: 'closeBrowsers' }, 'finder');
    await Promise.resolve();
    await Promise.resolve();
    answer(false);
    expect(await third).toMatchObject({ error: { kind: 'cancelled' } });
    expect(asked).toBe(2);
  });

  it.each<[Command, Given, string]>([
    [{ kind: 'setCustomCommand', command: '/bin/sh -c {url}' }, {}, 'shell-refused'],
    [{ kind: 'setCustomCommand', command: '/opt/x' }, {}, 'custom-invalid'],
    [{ kind: 'setCustomCommand', command: '/opt/x {url}' }, { locked: ['customCommand'] }, 'setting-locked'],
    [{ kind: 'setCustomCommand', command: '/opt/x {url}' }, { locked: ['customAllowed'] }, 'setting-locked'],
    [{ kind: 'setBrowserArguments', arguments: ['--no-sandbox'] }, {}, 'argument-refused'],
    [
      { kind: 'setBrowserArguments', arguments: ['--lang=fr'] },
      { locked: ['browserArguments'] },
      'setting-locked',
    ],
    [{ kind: 'confirmHost', host: 'no host' }, {}, 'page-address-invalid'],
    [{ kind: 'confirmHost', host: 'Evil.example' }, {}, 'page-address-invalid'],
    [{ kind: 'deleteJournal' }, { locked: ['journal'] }, 'setting-locked'],
    [{ kind: 'confirmHost', host: 'wiki.example' }, { locked: ['portalHosts'] }, 'setting-locked'],
    [
      { kind: 'chooseSharedList', from: { kind: 'address', address: '/etc/passwd' } },
      {},
      'shared-list-invalid',
    ],
    [
      { kind: 'chooseSharedList', from: { kind: 'address', address: 'http://x.example/' } },
      {},
      'shared-list-invalid',
    ],
    [{ kind: 'chooseSharedList', from: { kind: 'file' } }, { locked: ['sharedList'] }, 'setting-locked'],
    [
      { kind: 'chooseSharedList', of: 'hunts', from: { kind: 'file' } },
      { locked: ['huntList'] },
      'setting-locked',
    ],
    [{ kind: 'deleteProfiles', profiles: [{ ...key, id: '../x' }] }, {}, 'profile-gone'],
    [{ kind: 'deleteProfiles', profiles: [key, { ...key, id: 'other' }] }, {}, 'profile-gone'],
    [{ kind: 'clearProfile', profile: { ...key, browser: 'edge' }, what: 'siteData' }, {}, 'profile-gone'],
  ])('%j is refused before anybody is asked', async (command, given, why) => {
    const { asked, ran, run } = door({ ...given, answer: true });
    expect(await run(command)).toMatchObject({ ok: false, error: { kind: why } });
    expect(asked).toEqual([]);
    expect(ran).toEqual([]);
  });

  it.each<[Command, Given]>([
    [{ kind: 'setBrowserArguments', arguments: [] }, {}],
    [
      { kind: 'setBrowserArguments', arguments: ['--lang=fr'] },
      { settings: { browserArguments: ['--lang=fr', '--mute-audio'] } },
    ],
    [{ kind: 'confirmHost', host: 'wiki.example' }, { settings: { portalHosts: ['wiki.example'] } }],
    [{ kind: 'clearProfile', profile: key, what: 'cache' }, {}],
    [{ kind: 'open', tenantId, page: 'defender' }, {}],
  ])('%j takes nothing away and names nothing new: nobody is asked', async (command, given) => {
    const { asked, ran, run } = door({ ...given, answer: false });
    expect(await run(command)).toEqual(done);
    expect(asked).toEqual([]);
    expect(ran).toEqual([command.kind]);
  });

  it('a click in the tray may be a slip: the end of a shift is asked about there too', async () => {
    const accounts = ['ana@mssp.example'];
    const no = door({ answer: false });
    expect(await no.from('tray', { kind: 'endShift' })).toMatchObject({ error: { kind: 'cancelled' } });
    expect(no.asked).toEqual([{ kind: 'endShift', accounts }]);
    expect(no.ran).toEqual([]);
    const yes = door({ answer: true });
    expect(await yes.from('tray', { kind: 'endShift' })).toEqual(done);
    expect(yes.ran).toEqual(['endShift']);
  });

  it('a hotkey is not asked about', async () => {
    const { asked, from } = door({ answer: false });
    expect(await from('hotkey', { kind: 'toggleFinder' })).toEqual(done);
    expect(asked).toEqual([]);
  });
});

describe('the words of a question', () => {
  const t = translator('en');

  it('name the program and its arguments whole', () => {
    const { detail, no, question } = questionTexts(t, {
      kind: 'setCustomCommand',
      program: '/opt/my tools/x',
      arguments: ['--u={url}', 'a b', ''],
    });
    expect(question).toBe('Let Tidegate start /opt/my tools/x?');
    expect(detail).toContain('Arguments: --u={url} "a b" ""');
    expect(no).toBe('Cancel');
  });

  it('name the host and the address', () => {
    const { detail, question } = questionTexts(t, {
      kind: 'chooseSharedList',
      host: 'lists.example',
      address: 'https://lists.example/a?b=$t(x)&c={{host}}',
    });
    expect(question).toContain('lists.example');
    expect(detail).toContain('https://lists.example/a?b=$t(x)&c={{host}}');
    expect(questionTexts(t, { kind: 'confirmHost', host: 'evil.example' }).question).toContain(
      'evil.example',
    );
  });

  it('name whose profiles go, and how many', () => {
    const profiles = Array.from({ length: 40 }, (_, index) => ({ name: `Customer ${index}` }));
    const { detail, no, question } = questionTexts(t, { kind: 'deleteProfiles', profiles });
    expect(question).toBe('Delete 40 browser profiles?');
    expect(detail).toContain('Customer 0\nCustomer 1\n');
    expect(detail).toContain('Customer 11\nand 28 more');
    expect(no).toBe('Keep');
  });

  const act = { kind: 'consent', facts: [] } as unknown as Act;
  const twin = { tenantId, name: 'Contoso', domains: ['contoso.example', 'other.example'] };
  it.each<[string, Question]>([
    ['forgetCustomer', { kind: 'forgetCustomer', customer: twin }],
    ['removeCustomer', { kind: 'removeCustomer', customer: twin }],
    ['resetProfile', { kind: 'resetProfile', customer: twin }],
    ['clearProfile', { kind: 'clearProfile', profile: { name: 'Contoso', customer: twin } }],
    ['deleteProfiles', { kind: 'deleteProfiles', profiles: [{ name: 'Contoso', customer: twin }] }],
    ['act', { kind: 'act', act, address: 'https://portal.example', customer: twin }],
  ])('tell the customer from one of the same name: %s', (_kind, question) => {
    const { detail } = questionTexts(t, question);
    expect(detail).toContain(`contoso.example · ID ends in ${tenantId.slice(-6)}`);
  });
});
