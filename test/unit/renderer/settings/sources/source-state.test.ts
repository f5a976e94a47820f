import { describe, expect, it } from 'vitest';
import { sourceState } from '../../../../../src/renderer/settings/sources/source-state.ts';
import { translator } from '#shared/locales/messages.ts';
import { problem } from '#shared/problems/problem.ts';
import type { SourceStatus } from '#shared/status/status.ts';

const now = Date.parse('2026-03-01T12:00:00Z');
const never: SourceStatus = {
  source: 'gdap',
  accountId: 'ana',
  username: 'ana@mssp.example',
  state: 'idle',
  until: null,
  listed: null,
  at: null,
  problem: null,
};
const told = (part: Partial<SourceStatus>) => sourceState({ ...never, ...part }, now, translator('en'), 'en');

describe('a source says', () => {
  it('that it was never asked', () => {
    expect(told({})).toEqual({ tone: 'neutral', text: 'Not synced yet', detail: '' });
  });

  it('how many it has listed so far while it runs, and no time of before', () => {
    expect(told({ state: 'running', listed: 42, at: '2026-03-01T11:00:00Z' })).toEqual({
      tone: 'busy',
      text: 'Syncing',
      detail: '42 listed',
    });
  });

  it('until when it waits', () => {
    const until = new Date(now + 90_000);
    expect(told({ state: 'waiting', until: until.toISOString() })).toMatchObject({
      tone: 'warning',
      text: `Waiting until ${until.toLocaleTimeString('en')}`,
    });
  });

  it('that the last one failed, and what the one before listed', () => {
    const failed = told({
      listed: 12,
      at: '2026-03-01T11:55:00Z',
      problem: problem('offline', { host: 'graph.microsoft.com' }),
    });
    expect(failed).toEqual({
      tone: 'warning',
      text: 'Last sync failed',
      detail: '12 listed · synced 5 minutes ago',
    });
  });

  it('that it is up to date', () => {
    expect(told({ source: 'azure-tenants', listed: 0, at: '2026-03-01T11:55:00Z' })).toEqual({
      tone: 'success',
      text: 'Up to date',
      detail: '0 listed · synced 5 minutes ago',
    });
  });

  it('who it lists nobody for, because no error says so', () => {
    const empty = { listed: 0, at: '2026-03-01T11:55:00Z' };
    expect(told(empty)).toMatchObject({
      tone: 'neutral',
      detail: expect.stringContaining('Admin Agents') as string,
    });
    expect(told({ ...empty, source: 'contracts' }).detail).toContain('(CSP)');
  });
});
