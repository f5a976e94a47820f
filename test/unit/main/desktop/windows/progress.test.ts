import { expect, it } from 'vitest';
import { noProgress, progressOf, someProgress } from '../../../../../src/main/desktop/windows/progress.ts';
import { aStatus, aTenantId } from '../../../support/samples.ts';

it('the taskbar shows that a sync or a check of access runs, and nothing else', () => {
  const status = aStatus();
  expect(progressOf(status)).toBe(noProgress);
  expect(progressOf({ ...status, sync: { ...status.sync, running: true } })).toBe(someProgress);
  const access = { ...status.access, checking: [aTenantId()] };
  expect(progressOf({ ...status, access })).toBe(someProgress);
});
