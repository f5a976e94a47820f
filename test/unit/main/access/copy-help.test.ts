import { expect, it } from 'vitest';
import { mayAsk } from '../../../../src/main/commands/entries.ts';
import { copyHelp } from '../../../../src/main/access/copy-help.ts';
import { parseCommand } from '../../../../src/main/desktop/ipc/command-schema.ts';
import { mostChecked } from '#shared/status/access-check.ts';
import { translator } from '#shared/locales/messages.ts';
import { aCustomer, anAccount, aStatus, aTenantId } from '../../support/samples.ts';

const customer = aCustomer();
const ada = anAccount('ada');

function desk(accounts = [ada]) {
  const written: string[] = [];
  const copy = copyHelp({
    directory: {
      customers: () => new Map([[customer.tenantId, customer]]),
      find: (tenantId) => (tenantId === customer.tenantId ? customer : undefined),
    },
    status: { current: aStatus({ accounts }) },
    t: () => translator('en'),
    write: (text) => void written.push(text),
  });
  return { copy, written };
}

it('copies what is known, and says when nothing is', async () => {
  const { copy, written } = desk();
  expect(await copy({ kind: 'copyHelp', what: 'own-tenant-ids' })).toMatchObject({ ok: true });
  expect(written).toEqual([ada.homeTenantId]);
  const nobody = desk([]);
  expect(await nobody.copy({ kind: 'copyHelp', what: 'own-tenant-ids' })).toMatchObject({
    error: { kind: 'nothing-to-copy' },
  });
  expect(await nobody.copy({ kind: 'copyHelp', what: 'request', tenantId: aTenantId() })).toMatchObject({
    error: { kind: 'customer-unknown' },
  });
  expect(nobody.written).toEqual([]);
});

it('takes no text from a window, and no more customers to check than it says', () => {
  expect(parseCommand({ kind: 'copyHelp', what: 'request', tenantId: customer.tenantId })).toBeDefined();
  expect(parseCommand({ kind: 'copyHelp', what: 'anything' })).toBeUndefined();
  expect(parseCommand({ kind: 'copyHelp', what: 'request', text: 'mine' })).toBeUndefined();
  const ids = (count: number) => Array.from({ length: count }, aTenantId);
  expect(parseCommand({ kind: 'checkAccess', tenantIds: ids(mostChecked) })).toBeDefined();
  expect(parseCommand({ kind: 'checkAccess', tenantIds: ids(mostChecked + 1) })).toBeUndefined();
});

it('only the settings window may check; it and the first run, which tells how to register, may copy', () => {
  for (const kind of ['checkAccess', 'cancelCheckAccess', 'copyHelp'] as const) {
    expect(mayAsk('settings', kind)).toBe(true);
    expect(mayAsk('setup', kind)).toBe(kind === 'copyHelp');
    for (const wayIn of ['finder', 'tray', 'hotkey', 'second-start'] as const)
      expect(mayAsk(wayIn, kind)).toBe(false);
  }
});
