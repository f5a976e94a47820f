import { expect, test } from 'vitest';
import { planOpenLink, type OpenContext } from '../../../../src/main/commands/plan-open.ts';
import { sampleCustomers } from '#shared/customer/samples.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer } from '../../support/samples.ts';

const [one, other] = [aCustomer({ name: 'Contoso' }), aCustomer({ name: 'Fabrikam' })];
const [sample] = sampleCustomers().map(({ tenantId, name }) => aCustomer({ tenantId, name }));
const context: OpenContext = {
  customers: new Map([one, other, sample ?? one].map((each) => [each.tenantId, each])),
  settings: { ...defaultSettings, teamHunts: [] },
  usage: noUsage,
};
const link = 'https://security.microsoft.com/incidents/1';
const plan = (text: string, { tenantId }: { readonly tenantId: typeof one.tenantId }) =>
  planOpenLink({ kind: 'openLink', text, customer: tenantId }, context);

test('a link that names no tenant opens in the customer that was chosen', () => {
  expect(plan(link, one)).toMatchObject({ value: { customer: one, url: `${link}?tid=${one.tenantId}` } });
});

test('it does not where the id of another on the list stands in it', () => {
  const about = `${link}?about=${other.tenantId}`;
  expect(plan(about, one)).toMatchObject({ error: { kind: 'link-ambiguous' } });
  expect(plan(about, other)).toMatchObject({ value: { customer: other } });
});

test('it does not in a sample', () => {
  expect(plan(link, sample ?? one)).toMatchObject({ error: { kind: 'sample-customer' } });
});
