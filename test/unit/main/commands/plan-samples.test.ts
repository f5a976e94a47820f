import { expect, test } from 'vitest';
import { planOpen, planOpenLink, type OpenContext } from '../../../../src/main/commands/plan-open.ts';
import { catalogueIds } from '#shared/portals/catalogue-ids.ts';
import { isSample, sampleCustomers } from '#shared/customer/samples.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer, aTenantId } from '../../support/samples.ts';

const samples = sampleCustomers().map(({ tenantId, name, domain }) =>
  aCustomer({ tenantId, name, defaultDomain: domain, domains: [domain], access: ['list'] }),
);
const context: OpenContext = {
  customers: new Map(samples.map((customer) => [customer.tenantId, customer])),
  settings: { ...defaultSettings, teamHunts: [] },
  usage: noUsage,
};
const [sample] = samples;
if (sample === undefined) throw new Error('there are samples');

test('there are 250 samples, each with an ID, a name and a domain of its own that nobody can have', () => {
  expect(samples).toHaveLength(250);
  for (const part of ['tenantId', 'name', 'domain'] as const)
    expect(new Set(sampleCustomers().map((each) => each[part])).size).toBe(250);
  for (const { tenantId, domain } of sampleCustomers()) {
    expect(parseTenantId(tenantId)).toBe(tenantId);
    expect(isSample(tenantId)).toBe(true);
    expect(domain).toMatch(/^[a-z]+-[a-z]+\.example$/);
  }
  for (let tries = 0; tries < 1_000; tries += 1) expect(isSample(aTenantId())).toBe(false);
});

test('no page of any sample opens, nor does an indicator or a hunt in it', () => {
  for (const { name, tenantId } of samples)
    expect(planOpen({ kind: 'open', tenantId, page: 'defender' }, context)).toEqual({
      ok: false,
      error: { kind: 'sample-customer', values: { customer: name } },
    });
  for (const page of catalogueIds)
    expect(planOpen({ kind: 'open', tenantId: sample.tenantId, page }, context)).toMatchObject({
      error: { kind: 'sample-customer' },
    });
  const open = { kind: 'open', tenantId: sample.tenantId, page: 'hunting' } as const;
  expect(planOpen({ ...open, indicator: { kind: 'ip', value: '192.0.2.1' } }, context)).toMatchObject({
    error: { kind: 'sample-customer' },
  });
  expect(planOpen(open, context, 'DeviceInfo')).toMatchObject({ error: { kind: 'sample-customer' } });
});

test.each([
  sample.tenantId,
  sample.tenantId.toUpperCase(),
  `{${sample.tenantId}}`,
  String(sample.defaultDomain),
  `https://security.microsoft.com/?tid=${sample.tenantId}`,
  `https://security.microsoft.com/incidents?tid=${sample.tenantId}`,
  `https://entra.microsoft.com/${sample.tenantId}`,
  `https://portal.azure.com/#@${String(sample.defaultDomain)}`,
])('the text %s, which names a sample, opens nothing', (text) => {
  const planned = planOpenLink({ kind: 'openLink', text }, context);
  expect(planned.ok).toBe(false);
});
