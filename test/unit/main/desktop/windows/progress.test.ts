import { expect, it } from 'vitest';
import { noProgress, progressOf, someProgress } from '../../../../../src/main/desktop/windows/progress.ts';
import { aStatus, aTenantId } from '../../../support/samples.ts';

it('the taskbar shows how far an import is, that a sync or a check of access runs, and nothing else', () => {
  const status = aStatus();
  expect(progressOf(status)).toBe(noProgress);
  expect(progressOf({ ...status, sync: { ...status.sync, running: true } })).toBe(someProgress);
  expect(progressOf({ ...status, importing: { done: 0, total: 0 } })).toBe(someProgress);
  expect(progressOf({ ...status, importing: { done: 30, total: 40 } })).toBe(0.75);
  const access = { ...status.access, checking: [aTenantId()] };
  expect(progressOf({ ...status, access })).toBe(someProgress);
});
