import { expect, it } from 'vitest';
import {
  UpdateNotStarted,
  updateProblem,
  updateTrouble,
  UpdateUnusable,
} from '../../../../src/main/updates/update-problem.ts';

const host = 'updates.example';

it('a disk that fills up on the way is told as that', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(updateProblem(full, host)).toEqual({ kind: 'update-no-space', values: {} });
  expect(updateProblem(new UpdateUnusable('noSpace'), host).kind).toBe('update-no-space');
});

it('what Chromium calls its network errors is told in their words', () => {
  expect(updateProblem(new Error('net::ERR_INTERNET_DISCONNECTED'), host).kind).toBe('offline');
  expect(updateProblem(new Error('net::ERR_PROXY_CONNECTION_FAILED'), host).kind).toBe('proxy-refused');
  expect(updateProblem(new Error('net::ERR_CERT_AUTHORITY_INVALID'), host).kind).toBe('connection-untrusted');
});

it('what macOS says of a signature is told as the publisher’s', () => {
  const squirrel = new Error(
    'Code signature at URL file:///tmp/update.x/Tidegate.app/ did not pass validation: code failed to satisfy',
  );
  expect(updateProblem(squirrel, host)).toEqual({
    kind: 'update-refused',
    values: { host, reason: 'updateFault.publisher' },
  });
});

it('anything else is told with its reason', () => {
  expect(updateProblem(new Error('odd'), host)).toEqual({
    kind: 'update-failed',
    values: { host, reason: 'odd' },
  });
  expect(updateProblem('odd', host).kind).toBe('update-failed');
});

it('what was not put in place is told as that, unless more is known of it', () => {
  const refused = Object.assign(new Error('spawn EACCES'), { code: 'EACCES' });
  expect(updateProblem(new UpdateNotStarted(refused), host)).toEqual({
    kind: 'update-not-started',
    values: { reason: 'spawn EACCES' },
  });
  const squirrel = new Error('Code signature at URL file:///tmp/update.x/Tidegate.app/ did not pass');
  expect(updateProblem(new UpdateNotStarted(squirrel), host)).toMatchObject({
    values: { reason: 'updateFault.publisher' },
  });
  expect(updateTrouble(new UpdateNotStarted(refused))).toBe('spawn EACCES');
});

it('of many words only the first are told, and logged with their code', () => {
  const long = Object.assign(new Error(`\n  503 ${'x'.repeat(300)}\nHeaders: {"set-cookie":"secret"}`), {
    code: 'ERR_ODD',
  });
  const brief = `503 ${'x'.repeat(196)}`;
  expect(updateProblem(long, host)).toEqual({ kind: 'update-failed', values: { host, reason: brief } });
  expect(updateTrouble(long)).toBe(`ERR_ODD: ${brief}`);
  expect(updateTrouble('odd')).toBe('odd');
  expect(updateTrouble(undefined)).toBe('undefined');
});
