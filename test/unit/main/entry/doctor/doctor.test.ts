import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../../../src/main/entry/doctor/diagnosis.ts';
import { checkUpOf } from '../../../../../src/main/entry/doctor/diagnosis-text.ts';
import { readDiagnosis } from '../../../../../src/main/entry/doctor/ask-doctor.ts';
import { logTail, reportText } from '../../../../../src/main/entry/doctor/report.ts';
import { lookAround, type SurroundingsOptions } from '../../../../../src/main/entry/doctor/surroundings.ts';
import { languageNames, type Language } from '#shared/locales/language.ts';
import { translator } from '#shared/locales/messages.ts';
import { policyEffects, type PolicyEffect } from '#shared/status/policy-effect.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const now = new Date('2026-03-01T10:15:00Z');
const options = (part: Partial<SurroundingsOptions>): SurroundingsOptions => ({
  http: {
    send: async () => ok({ status: 200, headers: { date: 'Sun, 01 Mar 2026 10:00:00 GMT' }, body: '' }),
  },
  hosts: ['graph.microsoft.com'],
  resolveProxy: async () => 'DIRECT',
  root: tmpdir(),
  platform: 'win32',
  now: () => now,
  ...part,
});

const emptyDiagnosis: Diagnosis = {
  version: '1.0.0',
  runtime: { electron: '33', chromium: '130', node: '20' },
  system: 'win32 x64 10',
  data: { folder: '~', writable: true },
  files: [],
  policyProblems: [],
  browsers: [],
  refusedBrowsers: [],
  browserProblem: null,
  signIns: { wanted: false, keep: true, onDisk: false, store: null },
  surroundings: { freeMegabytes: null, network: [], clockAhead: null, tray: null },
  at: '2026-03-02T10:00:00.000Z',
  running: null,
  lastSync: [],
};

it('tells the room on the disk, the way to each host, and how far the clock is off', async () => {
  const found = await lookAround(
    options({
      root: join(tmpdir(), 'not', 'there', 'yet'),
      hosts: ['graph.microsoft.com', 'login.microsoftonline.com'],
      resolveProxy: async (url) =>
        url.includes('graph') ? 'PROXY proxy.example:8080; DIRECT' : 'DIRECT; PROXY other:1',
    }),
  );
  expect(found.freeMegabytes).toBeGreaterThan(0);
  expect(found.network).toEqual([
    { host: 'graph.microsoft.com', proxy: 'PROXY proxy.example:8080', problem: null },
    { host: 'login.microsoftonline.com', proxy: null, problem: null },
  ]);
  expect(found.clockAhead).toBe(900);
});

it('tells why a host is not reached, and of the clock nothing that nobody told', async () => {
  const offline = problem('offline', { host: 'graph.microsoft.com' });
  const found = await lookAround(
    options({
      http: { send: async () => err(offline) },
      resolveProxy: async () => Promise.reject(new Error('no proxy settings')),
    }),
  );
  expect(found.network).toEqual([{ host: 'graph.microsoft.com', proxy: null, problem: offline }]);
  expect(found.clockAhead).toBeNull();
});

it.each(['', 'yesterday', 'Sun, 99 Foo'])('believes no date that is none: "%s"', async (date) => {
  const http = { send: async () => ok({ status: 302, headers: { date }, body: '' }) };
  expect((await lookAround(options({ http }))).clockAhead).toBeNull();
});

describe.each(Object.keys(policyEffects) as PolicyEffect[])('a policy of a browser: %s', (effect) => {
  const browser = { id: 'edge', name: 'Microsoft Edge', version: null, isDefault: true };
  const policies = [{ policy: 'SomePolicy', effect }];
  const found = { ...emptyDiagnosis, browsers: [{ ...browser, policies }] };

  it.each(Object.keys(languageNames) as Language[])(
    'is told once, as harm or as worth knowing, with browser, policy and the next step, in %s',
    (language) => {
      const t = translator(language);
      const { complaints, healthy, notes } = checkUpOf(found, 'win32', t);
      const text = t(`browser.policy.${effect}`, { browser: 'Microsoft Edge', policy: 'SomePolicy' });
      expect(text).toContain('SomePolicy');
      expect(text).toContain('Microsoft Edge');
      const isHarm = policyEffects[effect] === 'harm';
      expect({ complaints, healthy, notes }).toEqual({
        complaints: isHarm ? [text] : [],
        healthy: !isHarm,
        notes: isHarm ? [] : [text],
      });
    },
  );
});

it('takes the doctor’s last line, and nothing else, for the diagnosis', () => {
  expect(
    readDiagnosis('a warning of the runtime\n{"ok":true,"kind":"doctor","healthy":true}\n'),
  ).toMatchObject({ kind: 'doctor' });
  for (const output of ['', 'null', '{"kind":"version"}', '{"kind":"doctor"', 'doctor'])
    expect(readDiagnosis(output)).toBeUndefined();
});

it('a report names no account, id, domain of a tenant, home folder or secret', () => {
  const log = [
    '[error] nobody caught this Error: 3F2504E0-4F89-41D3-9A0C-0305E82C3301 at /home/jörg/tide/main.cjs:1',
    '[warn] sign-in of ada.analyst+x@mssp.example failed',
    '[warn] read contoso.onmicrosoft.com and https://security.microsoft.com/x?tid=fabrikam.example&b=1',
    '[warn] refresh_token=0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.x password: hunter2',
  ].join('\n');
  const text = reportText({
    facts: 'Data: /home/jörg/.config/Tidegate',
    complaints: ['complaint'],
    notes: ['note'],
    log,
    home: '/home/jörg',
    platform: 'linux',
  });
  for (const secret of ['3f2504e0', 'ada.analyst', 'contoso', 'fabrikam', 'jörg', 'hunter2', '0.AAAA'])
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  for (const kept of ['~/.config/Tidegate', 'complaint', 'note', 'nobody caught this', 'main.cjs:1', '&b=1'])
    expect(text).toContain(kept);
});

it('takes the end of a long log, from the beginning of a line', async () => {
  const folder = await temporaryFolder('log-');
  try {
    const path = join(folder, 'tidegate.log');
    expect(await logTail(path)).toBe('');
    writeFileSync(path, 'short\n');
    expect(await logTail(path)).toBe('short\n');
    const lines = Array.from({ length: 5_000 }, (_, at) => `line ${at}`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    const tail = (await logTail(path)).trimEnd().split('\n');
    expect(tail.length).toBeLessThan(3_000);
    expect(lines.slice(-tail.length)).toEqual(tail);
  } finally {
    await removeFolder(folder);
  }
});
