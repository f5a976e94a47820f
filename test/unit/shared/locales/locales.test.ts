import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { describe, expect, it } from 'vitest';
import type { Language } from '#shared/locales/language.ts';
import { catalogues as written, explain, translator, type MessageKey } from '#shared/locales/messages.ts';
import { problem, type Problem, type ProblemKind } from '#shared/problems/problem.ts';
import { recordNames } from '#shared/problems/record-name.ts';

type Catalogue = Readonly<Record<string, string>>;

const catalogues: Readonly<Record<Language, Catalogue>> = written;
const all = Object.keys(catalogues) as Language[];

/** A key without its plural ending, and the ending. Only texts with a count have one. */
function withoutPlural(key: string, text: string): readonly [base: string, category: string | undefined] {
  const match = /^(.*)_(zero|one|two|few|many|other)$/.exec(key);
  return match && text.includes('{{count') ? [match[1] ?? key, match[2]] : [key, undefined];
}

function messages(language: Language): ReadonlyMap<string, ReadonlySet<string | undefined>> {
  const found = new Map<string, Set<string | undefined>>();
  for (const [key, text] of Object.entries(catalogues[language])) {
    const [base, category] = withoutPlural(key, text);
    found.set(base, (found.get(base) ?? new Set()).add(category));
  }
  return found;
}

const valuesOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{\s*([a-zA-Z]+)[^}]*\}\}/g)].map((match) => match[1] ?? ''))].sort();

describe.each(all)('the catalogue in %s', (language) => {
  it('has the same messages as English', () => {
    expect([...messages(language).keys()].sort()).toEqual([...messages('en').keys()].sort());
  });

  it('uses the same values in each message', () => {
    const english = new Map(
      Object.entries(catalogues.en).map(([key, text]) => [withoutPlural(key, text)[0], valuesOf(text)]),
    );
    for (const [key, text] of Object.entries(catalogues[language]))
      expect([key, valuesOf(text)]).toEqual([key, english.get(withoutPlural(key, text)[0])]);
  });

  it('has no empty text', () => {
    const empty = Object.entries(catalogues[language]).filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  it('has every plural that the language distinguishes, and no other', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, categories] of messages(language))
      if (!categories.has(undefined)) expect([key, categories]).toEqual([key, new Set(needed)]);
  });

  it('never falls back on another language or leaves a value unfilled', () => {
    const t = translator(language);
    for (const [base, categories] of messages(language)) {
      const counts = categories.has(undefined) ? [1] : [0, 1, 2, 1_000_000];
      for (const count of counts) {
        const category = new Intl.PluralRules(language).select(count);
        const template = catalogues[language][categories.has(undefined) ? base : `${base}_${category}`];
        const values = Object.fromEntries(valuesOf(template ?? '').map((name) => [name, `<${name}>`]));
        const text = t(base as MessageKey, { ...values, count });
        expect(text).not.toContain('{{');
        const fixed = (template ?? '').split(/\{\{[^}]*\}\}/);
        for (const part of fixed) expect(text).toContain(part);
      }
    }
  });
});

it('counts in the words and digits of the language', () => {
  expect(translator('en')('common.customers', { count: 1 })).toBe('1 customer');
  expect(translator('en')('common.customers', { count: 10_000 })).toBe('10,000 customers');
  expect(translator('fr')('common.customers', { count: 0 })).toBe('0 client');
  expect(translator('fr')('common.customers', { count: 10_000 })).toMatch(/^10\s000 clients$/u);
});

/** Each kind once; the compiler asks for a new kind here, and for the values its message names. */
const kinds: { readonly [K in ProblemKind]: Extract<Problem, { kind: K }>['values'] } = {
  'tenant-id-invalid': { text: '(text)' },
  'browser-confined': { browser: '(browser)', path: '(path)' },
  'start-failed': { details: '(details)' },
  'setting-locked': { setting: '(setting)' },
  'selection-unlisted': { count: '(count)' },
  'shift-empty': {},
  'tokens-not-sealed': {},
  'customer-unknown': { tenantId: '(tenantId)' },
  'instruction-unread': { tenantId: '(tenantId)' as TenantId, customer: '(customer)' },
  'not-offered-here': {},
  'browsers-not-closed': {},
  'sample-customer': { customer: '(customer)' },
  'page-unknown': { page: '(page)' },
  'page-incomplete': {
    page: '(page)',
    customer: '(customer)',
    placeholder: '(placeholder)',
  },
  'page-elsewhere': { page: '(page)' },
  'page-own-tenant': { page: '(page)' },
  'page-access': { page: '(page)', customer: '(customer)' },
  'host-unconfirmed': { host: '(host)' },
  'page-address-invalid': { address: '(address)' },
  'page-placeholder-unknown': { name: '(name)' },
  'hunt-unclosed': {},
  'hunt-multiline': {},
  'hunt-too-long': { most: '(most)' },
  'hunt-name-taken': { name: '(name)' },
  'hunts-too-many': { hunts: '(hunts)', letters: '(letters)' },
  'team-hunts-unreadable': {},
  'team-hunts-gone': { file: '(file)', reason: '(reason)' },
  'team-hunts-left-out': { count: '(count)', name: '(name)' },
  'link-unknown': { text: '(text)' },
  'link-not-https': { address: '(address)' },
  'link-disguised': { address: '(address)' },
  'link-look-alike': { host: '(host)' },
  'link-host-unlisted': { host: '(host)' },
  'link-page-unlisted': { page: '(page)' },
  'link-customer-unnamed': { host: '(host)' },
  'link-acts': { host: '(host)' },
  'text-too-long': {},
  'link-opaque': { wrapper: '(wrapper)', host: '(host)' },
  'link-moved': { shown: '(shown)', customer: '(customer)' },
  'domain-unlisted': { domain: '(domain)' },
  'domain-shared': { domain: '(domain)' },
  'link-ambiguous': { text: '(text)' },
  'domain-unknown': { domain: '(domain)' },
  'domain-consumer': { domain: '(domain)' },
  'domain-of-many': { domain: '(domain)' },
  'domain-elsewhere': { domain: '(domain)' },
  'list-empty': {},
  'list-unreadable': { file: '(file)', reason: '(reason)' },
  'list-too-big': { megabytes: '(megabytes)' },
  'list-too-long': { rows: '(rows)' },
  'list-json-broken': { line: '(line)' },
  'list-web-page': { title: '(title)' },
  'list-workbook': {},
  'list-document': {},
  'list-picture': {},
  'list-packed': {},
  'list-mail': {},
  'list-xml': {},
  'list-binary': {},
  'list-json-other': { text: '(text)' },
  'list-json-left-out': { list: '(list)' },
  'list-domain-unread': { line: '(line)', text: '(text)' },
  'list-letters-lost': { line: '(line)', text: '(text)' },
  'list-domains-unread': { line: '(line)', text: '(text)', more: '(more)' },
  'list-quote-open': { line: '(line)' },
  'drop-no-file': {},
  'drop-several': { count: '(count)' },
  'drop-unreadable': { file: '(file)' },
  'list-row-too-long': {},
  'list-row-too-wide': { cells: '4', columns: '3' },
  'list-name-unclear': { text: 'x = y' },
  'list-cell-cut': { text: '(text)' },
  'list-two-names': { one: '(one)', other: '(other)' },
  'list-two-tenants': { text: '(text)' },
  'list-encoding-guessed': { encoding: '(encoding)' },
  'list-no-tenant-column': { columns: '(columns)' },
  'annotation-too-long': { text: '(text)', most: '(most)' },
  'annotation-too-many': { most: '(most)' },
  'colour-invalid': { text: '(text)' },
  'custom-link-invalid': { text: '(text)' },
  'value-unknown': { text: '(text)', allowed: '(allowed)' },
  'shared-list-invalid': { text: '(text)' },
  'not-a-file': { file: '(file)', what: 'fileKind.pipe' },
  'file-hangs': { file: '(file)', seconds: '(seconds)' },
  'shared-list-unreadable': { file: '(file)', reason: '(reason)' },
  'shared-list-held': { customer: '(customer)' },
  'shared-list-left-out': { count: '(count)', line: '(line)', text: '(text)' },
  'import-outdated': {},
  'export-unwritable': { file: '(file)', reason: '(reason)' },
  'no-browser': {},
  'browser-not-found': { browser: '(browser)' },
  'browser-missing': { browser: '(browser)', path: '(path)' },
  'browser-not-started': { browser: '(browser)', path: '(path)', reason: '(reason)' },
  'browser-exited': { browser: '(browser)', code: '(code)' },
  'profile-unwritable': { path: '(path)', reason: '(reason)' },
  'storage-unwritable': { record: 'settings', path: '(path)', reason: '(reason)' },
  'storage-unreadable': { record: 'notes', path: '(path)', reason: '(reason)' },
  'storage-corrupt': { record: 'own-list', file: '(file)', setAside: '(setAside)' },
  'storage-damaged': { record: 'notes', file: '(file)' },
  'storage-newer': { record: 'usage', file: '(file)', version: '(version)' },
  'profile-locked': { browser: '(browser)', host: '(host)', path: '(path)' },
  'profile-hung': { browser: '(browser)' },
  'browser-too-old': { browser: '(browser)', version: '(version)', needed: '(needed)' },
  'profile-in-use': { browser: '(browser)' },
  'profile-gone': {},
  'profile-not-deleted': { path: '(path)', reason: '(reason)' },
  'own-profile-unchosen': { browser: '(browser)' },
  'own-profile-missing': { browser: '(browser)', profile: '(profile)' },
  'custom-off': {},
  'custom-invalid': { text: '(text)' },
  'shell-refused': { program: '(program)' },
  'question-open': {},
  'argument-refused': { argument: '(argument)' },
  'browser-path-invalid': { path: '(path)' },
  'browser-path-doubtful': { path: '(path)' },
  'sign-in-unconfigured': {},
  'client-id-invalid': { text: '(text)' },
  'authority-invalid': { text: '(text)' },
  'authority-unknown': { text: '(text)' },
  'sign-in-cancelled': {},
  'sign-in-timed-out': { minutes: '(minutes)' },
  'sign-in-page-unopened': { reason: '(reason)' },
  'sign-in-refused': { reason: '(reason)', code: '(code)' },
  'sign-in-needed': { account: '(account)' },
  'step-up-needed': { account: '(account)', reason: '(reason)', code: '(code)' },
  'mfa-needed': { account: '(account)', reason: '(reason)', code: '(code)' },
  'access-blocked': { reason: '(reason)', code: '(code)' },
  'consent-missing': { reason: '(reason)', code: '(code)' },
  'not-invited': { account: '(account)', reason: '(reason)', code: '(code)' },
  'account-unknown': { customer: '(customer)' },
  'browsers-running': {},
  'not-our-data': { folder: '(folder)', reason: '(reason)' },
  'not-removed': { path: '(path)', reason: '(reason)' },
  'signed-in-as-another': { wanted: '(wanted)', got: '(got)' },
  'proxy-refused': { host: '(host)', code: '(code)' },
  'token-wrong-tenant': { wanted: '(wanted)', got: '(got)' },
  'tokens-unreadable': {},
  'tokens-not-kept': {},
  offline: { host: '(host)' },
  throttled: { host: '(host)', until: '2026-03-01T10:00:00Z' },
  'server-fault': { host: '(host)', status: '(status)' },
  'token-refused': { host: '(host)', code: '(code)' },
  'access-refused': { host: '(host)', code: '(code)' },
  'answer-invalid': { host: '(host)', reason: 'answerFault.empty' },
  'proof-needed': { host: '(host)' },
  'page-instead': { host: '(host)' },
  'connection-untrusted': { host: '(host)', code: '(code)' },
  'list-shrunk': { host: '(host)', before: '714', now: '1' },
  'ends-shrunk': { host: '(host)', before: '460', now: '0' },
  'home-refused': { account: '(account)', reason: '(reason)', code: '(code)' },
  'paging-endless': { host: '(host)', pages: '(pages)' },
  'address-refused': { address: '(address)' },
  'hotkey-taken': { hotkey: '(hotkey)' },
  'own-fault': {},
  'own-place-missing': { path: '(path)' },
  'hotkey-withheld': { hotkey: '(hotkey)', command: '(command)' },
  'hotkey-own': { hotkey: '(hotkey)' },
  'policy-unreadable': { place: '/etc/tidegate/policy.json', reason: '(reason)' },
  'policy-name-unknown': { place: '(place)', setting: '(setting)' },
  'policy-value-refused': { place: '(place)', setting: '(setting)', value: '(value)' },
  'hotkey-invalid': { hotkey: '(hotkey)' },
  'nothing-to-copy': {},
  'command-refused': { command: '(command)' },
  'link-malformed': { text: '(text)' },
  'clipboard-empty': {},
  'command-unknown': { text: '(text)' },
  'command-missing': {},
  'option-unknown': { option: '(option)' },
  'sandbox-off': {},
  'option-invalid': { option: '(option)', value: '(value)', allowed: '(allowed)' },
  'argument-missing': { usage: '(usage)' },
  'argument-extra': { text: '(text)' },
  'customer-ambiguous': { text: '(text)', count: '(count)' },
  'customer-not-found': { text: '(text)' },
  'export-format-unknown': { file: '(file)' },
  'confirmation-needed': {},
  'not-answering': {},
  'update-refused': { host: '(host)', reason: 'updateFault.tampered' },
  'update-not-started': { reason: '(reason)' },
  'update-failed': { host: '(host)', reason: '(reason)' },
  'update-no-space': {},
  'update-busy': {},
  'autostart-refused': { reason: '(reason)' },
  'update-none': {},
  'channel-unsafe': { path: '(path)' },
  'channel-taken': { path: '(path)' },
  cancelled: {},
};

it('French has no-break spaces before double punctuation and inside guillemets', () => {
  const broken = Object.values(catalogues.fr).filter((text) => / [?;:!]|« | »/.test(text));
  expect(broken).toEqual([]);
});

it('French has one word for a tenant; only what one may type to find a page has the other', () => {
  const others = Object.entries(catalogues.fr).filter(([, text]) => /locataire/i.test(text));
  expect(others.map(([key]) => key).filter((key) => !key.endsWith('.words'))).toEqual([]);
});

describe.each(all)('in %s', (language) => {
  it.each(Object.entries(kinds))('the problem %s says what happened and what to do', (kind, values) => {
    const { message, next } = explain(translator(language), { kind, values } as Problem);
    const texts = catalogues[language];
    expect([texts[`problem.${kind}`], texts[`problem.${kind}.next`]]).not.toContain(undefined);
    for (const text of [message, next]) expect(text).not.toMatch(/\{\{|^$/);
    for (const name of valuesOf(`${texts[`problem.${kind}`]} ${texts[`problem.${kind}.next`]}`))
      expect([...Object.keys(values), ...('record' in values ? ['lost'] : [])]).toContain(name);
  });

  it.each(recordNames)('%s is named, and what its loss means', (record) => {
    const damaged = problem('storage-corrupt', { record, file: '(file)', setAside: '(setAside)' });
    const { message, next } = explain(translator(language), damaged);
    expect(message).toContain(catalogues[language][`record.${record}`]);
    expect(next).toContain(catalogues[language][`record.${record}.lost`]);
  });

  it('says in the user’s words why the system refused, and in its own where there are none', () => {
    const said = (reason: string) =>
      explain(
        translator(language),
        problem('storage-unwritable', { record: 'settings', path: '/x', reason }),
      );
    expect(said('ENOSPC: no space left on device, write').message).toContain(
      catalogues[language]['reason.ENOSPC'],
    );
    expect(said("ENOENT: no such file or directory, stat '/nope/list.csv'").message).toContain(
      catalogues[language]['reason.ENOENT'],
    );
    expect(said('spawn /opt/a browser EACCES').message).toContain(catalogues[language]['reason.EACCES']);
    expect(said('EIO: i/o error, write').message).toContain('EIO: i/o error, write');
  });
});

it.each<[Language, string, string]>([
  ['en', '1', '1 page.'],
  ['en', '2', '2 pages.'],
  ['en', '1000', '1,000 pages.'],
  ['fr', '1', '1 page.'],
  ['fr', '21', '21 pages.'],
])('counts pages rightly in %s: %s', (language, pages, end) => {
  const { message } = explain(translator(language), problem('paging-endless', { host: 'h', pages }));
  expect(message.endsWith(end)).toBe(true);
});

it('says in words what is wrong with an answer, in each language', () => {
  const said = all.map(
    (language) =>
      explain(
        translator(language),
        problem('answer-invalid', { host: 'h', reason: 'answerFault.relationshipsMissing' }),
      ).message,
  );
  for (const message of said) expect(message).toContain('GDAP');
  expect(new Set(said).size).toBe(all.length);
});

it('tells where the values of an option are listed', () => {
  const values = { option: '--page', value: 'nope', allowed: 'allowed.page' };
  const { next } = explain(translator('en'), { kind: 'option-invalid', values });
  expect(next).toBe('It can be an ID that “tidegate pages” lists.');
});

it('tells a page and what it lacks by their names', () => {
  const values = {
    page: 'page.exchange',
    customer: 'Contoso',
    placeholder: 'placeholder.initialDomain',
  };
  const { message } = explain(translator('fr'), { kind: 'page-incomplete', values });
  expect(message).toContain('Centre d’administration Exchange');
  expect(message).toContain('domaine onmicrosoft.com');
});
