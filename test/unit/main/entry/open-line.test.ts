import { expect, it } from 'vitest';
import { commandFor } from '../../../../src/main/entry/answer-request.ts';
import type { OpenContext } from '../../../../src/main/commands/plan-open.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer } from '../../support/samples.ts';

const contoso = aCustomer({ name: 'Contoso', domains: ['contoso.com'] });
const booking = aCustomer({ name: 'Booking.com', domains: ['booking.example'] });
const customers = new Map([contoso, booking].map((each) => [each.tenantId, each]));
const context: OpenContext = { customers, settings: defaultSettings, usage: noUsage };

/** Whom `tidegate open` means, or why nobody. */
function meant(customer: string): string {
  const command = commandFor({ do: 'open', customer, dryRun: false }, context);
  if (!command.ok) return command.error.problem.kind;
  const { value } = command;
  return value.kind === 'open' ? (customers.get(value.tenantId)?.name ?? 'nobody') : value.kind;
}

it.each([
  ['contoso', 'Contoso'],
  ['contoso.com', 'Contoso'],
  ['Contoso.com', 'Contoso'],
  ['alice@contoso.com', 'Contoso'],
  ['booking.com', 'Booking.com'],
  [contoso.tenantId, 'Contoso'],
])('the command line opens for %s', (text, name) => {
  expect(meant(text)).toBe(name);
});

it.each(['con-toso.com', 'co.ntoso.com', 'contoso.co', 'alice@con-toso.com', 'contoso.com.evil.example'])(
  'SECURITY: the command line takes %s for no customer’s whose domain it resembles',
  (text) => {
    expect(meant(text)).toBe('domain-unlisted');
  },
);
