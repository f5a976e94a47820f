import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { armScope, Desk } from '../../support/desk.ts';

/** What MSAL has on disk, opened. */
async function keptOf(desk: Desk): Promise<string> {
  const kept = await desk.vault.open(await readFile(join(desk.folder, 'data', 'tokens.bin')));
  if (!kept.ok) throw new Error('the tokens cannot be opened');
  return kept.value;
}

test('MSAL keeps a token that passes only of the own tenant, and any other of the tenant it is for', async () => {
  const desk = await Desk.open({ customers: 3 });
  onTestFinished(() => desk.close());
  const identity = desk.identity();
  await desk.signedIn(identity);
  const [account] = await identity.accounts();
  if (account === undefined) throw new Error('nobody is signed in');
  const ask = (tenantId: (typeof desk)['homeTenant'], passing: boolean) =>
    identity.token({ account, tenantId, scopes: [armScope], fresh: true, passing });
  const [one, other] = [desk.customer(0), desk.customer(1)];
  for (const tenantId of [desk.homeTenant, one])
    expect(await ask(tenantId, true)).toMatchObject({ ok: true });
  expect(await ask(other, false)).toMatchObject({ ok: true });
  await identity.flush();
  const kept = await keptOf(desk);
  expect(kept).not.toContain(one);
  expect(kept).toContain(desk.homeTenant);
  expect(kept).toContain(other);
});
