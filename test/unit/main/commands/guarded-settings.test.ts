import { describe, expect, it } from 'vitest';
import { guardedSettings } from '../../../../src/main/commands/guarded-settings.ts';
import { done } from '#shared/commands/outcomes.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';

interface Given {
  readonly current?: Partial<Settings>;
  readonly locked?: readonly (keyof Settings)[];
  readonly program?: string;
  readonly list?: string;
}

function handlers({ current = {}, list, locked = [], program }: Given = {}) {
  const changes: Partial<Settings>[] = [];
  const made = guardedSettings({
    settings: { current: { ...defaultSettings, ...current }, locked },
    change: (change) => {
      changes.push(change);
      return done;
    },
    chooseProgram: () => Promise.resolve(program),
    chooseList: () => Promise.resolve(list),
    platform: 'linux',
  });
  return { ...made, changes };
}

const page = (url: string) => ({ id: 'own-x' as const, name: 'x', url });

describe('guarded settings', () => {
  it('a page of one’s own is kept on a portal’s host or a confirmed one, and on no other', () => {
    const { changeSettings, changes } = handlers({
      current: { portalHosts: ['wiki.example'], ownPortals: [page('https://old.example/')] },
    });
    const change = (url: string) =>
      changeSettings({ kind: 'changeSettings', change: { ownPortals: [page(url)] } });
    expect(change('https://evil.example/{tenantId}')).toMatchObject({
      error: { kind: 'host-unconfirmed', values: { host: 'evil.example' } },
    });
    expect(change('http://wiki.example/')).toMatchObject({ error: { kind: 'page-address-invalid' } });
    expect(changes).toEqual([]);
    // What stands there from an earlier version or a policy stays.
    for (const url of ['https://wiki.example/', 'https://entra.microsoft.com/x', 'https://old.example/'])
      expect(change(url)).toEqual(done);
    expect(changes).toHaveLength(3);
  });

  it('a command is kept and switched on, but for what an administrator holds', () => {
    const command = '/opt/x {url}';
    const set = (given: Given) => {
      const { changes, setCustomCommand } = handlers(given);
      void setCustomCommand({ kind: 'setCustomCommand', command });
      return changes;
    };
    expect(set({})).toEqual([{ customCommand: command, customAllowed: true }]);
    expect(set({ locked: ['customAllowed'] })).toEqual([{ customCommand: command }]);
    expect(set({ locked: ['customCommand'] })).toEqual([{ customAllowed: true }]);
  });

  it('a browser’s program is the one that was chosen, unless it is a shell', async () => {
    const chosen = handlers({ program: '/opt/browser/browser' });
    expect(await chosen.chooseBrowserProgram({ kind: 'chooseBrowserProgram' })).toEqual(done);
    expect(chosen.changes).toEqual([{ browserPath: '/opt/browser/browser' }]);
    const shell = handlers({ program: '/bin/sh' });
    expect(await shell.chooseBrowserProgram({ kind: 'chooseBrowserProgram' })).toMatchObject({
      error: { kind: 'shell-refused' },
    });
    const none = handlers();
    expect(await none.chooseBrowserProgram({ kind: 'chooseBrowserProgram' })).toMatchObject({
      error: { kind: 'cancelled' },
    });
    const held = handlers({ program: '/opt/browser/browser', locked: ['browserPath'] });
    expect(await held.chooseBrowserProgram({ kind: 'chooseBrowserProgram' })).toMatchObject({
      error: { kind: 'setting-locked' },
    });
    expect([...shell.changes, ...none.changes, ...held.changes]).toEqual([]);
  });

  it('a list is the file that was chosen, or the address that was asked about', async () => {
    const file = handlers({ list: '/srv/list.csv' });
    await file.chooseSharedList({ kind: 'chooseSharedList', from: { kind: 'file' } });
    expect(file.changes).toEqual([{ sharedList: '/srv/list.csv' }]);
    const none = handlers();
    expect(await none.chooseSharedList({ kind: 'chooseSharedList', from: { kind: 'file' } })).toMatchObject({
      error: { kind: 'cancelled' },
    });
    expect(none.changes).toEqual([]);
    const address = handlers();
    await address.chooseSharedList({
      kind: 'chooseSharedList',
      from: { kind: 'address', address: 'https://lists.example/' },
    });
    expect(address.changes).toEqual([{ sharedList: 'https://lists.example/' }]);
    const hunts = handlers({ list: '/srv/hunts.json' });
    await hunts.chooseSharedList({ kind: 'chooseSharedList', of: 'hunts', from: { kind: 'file' } });
    expect(hunts.changes).toEqual([{ huntList: '/srv/hunts.json' }]);
  });

  it('a host is trusted once, and no longer', () => {
    const { changes, confirmHost, unconfirmHost } = handlers({
      current: { portalHosts: ['a.example', 'b.example'] },
    });
    void confirmHost({ kind: 'confirmHost', host: 'a.example' });
    void confirmHost({ kind: 'confirmHost', host: 'c.example' });
    void unconfirmHost({ kind: 'unconfirmHost', host: 'a.example' });
    expect(unconfirmHost({ kind: 'unconfirmHost', host: 'z.example' })).toEqual(done);
    expect(changes).toEqual([
      { portalHosts: ['a.example', 'b.example'] },
      { portalHosts: ['a.example', 'b.example', 'c.example'] },
      { portalHosts: ['b.example'] },
    ]);
  });
});
