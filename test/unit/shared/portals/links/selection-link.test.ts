import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { lookupIn } from '#shared/portals/links/customer-lookup.ts';
import { findTarget } from '#shared/portals/links/find-target.ts';
import { readSelectionLink, selectionIn, selectionLinks } from '#shared/portals/links/selection-link.ts';
import { ok } from '#shared/problems/result.ts';
import { aCustomer, aTenantId } from '../../../support/samples.ts';

const [one, two] = [aTenantId(), aTenantId()];
const link = `tidegate://select?tenants=${one},${two}`;

describe('a link that selects customers', () => {
  it.each([link, link.replace('?', '/?'), link.toUpperCase()])('is read: %s', (text) => {
    expect(readSelectionLink(text)).toEqual(ok([one, two]));
  });

  it.each([
    'tidegate://select',
    'tidegate://select?tenants=',
    `tidegate://select?tenants=${one},`,
    `tidegate://select?tenants=${one},contoso`,
    `tidegate://select?tenants=${one}&tenants=${two}`,
    `tidegate://select?tenants=${one}&page=incidents`,
    `tidegate://select?tenants=${one}&url=https://evil.example/`,
    `tidegate://select?tenants=${one}#x`,
    `tidegate://select?tenants=%7B${one}%7D`,
    `tidegate://select?tenants=00000000-0000-0000-0000-000000000000`,
    `tidegate://select?tenants=9188040d-6c67-4c5b-b112-36a304b66dad`,
    `tidegate://selection?tenants=${one}`,
    `tidegate://wipe?tenants=${one}`,
    ` ${link}`,
    `${link} /bin/sh`,
  ])('is void when it is %j', (text) => {
    expect(readSelectionLink(text)).toMatchObject({ error: { kind: 'link-malformed' } });
  });

  it('is found in the text around it, each customer once, no more than open at once', () => {
    expect(selectionIn(`Please go on:\n<${link}>, and ${link}.\nThanks`)).toEqual([one, two]);
    const many = Array.from({ length: 300 }, () => aTenantId());
    expect(selectionIn(selectionLinks(many).join('\n'))).toEqual(many.slice(0, 200));
    expect(selectionIn(`tenant ${one}`)).toBeUndefined();
    expect(selectionIn(`${link.slice(0, -1)} rest`)).toBeUndefined();
  });

  it('that was made is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (count) => {
        const ids = Array.from({ length: count }, () => aTenantId());
        const [made = ''] = selectionLinks(ids);
        expect(readSelectionLink(made)).toEqual(ok(ids));
      }),
      { numRuns: 20 },
    );
  });

  it('opens nobody where it is read as a text: each customer is one to choose', () => {
    const customers = [aCustomer({ tenantId: one }), aCustomer({ tenantId: two })];
    const lookup = lookupIn(new Map(customers.map((each) => [each.tenantId, each])));
    const context = { portalHosts: [], lookup };
    expect(findTarget(link, context)).toMatchObject({
      error: { problem: { kind: 'link-ambiguous' }, candidates: customers.map((customer) => ({ customer })) },
    });
    // Also where it names one customer alone.
    expect(findTarget(`tidegate://select?tenants=${one}`, context)).toMatchObject({ ok: false });
    expect(findTarget(`tidegate://select?tenants=${aTenantId()}`, context)).toMatchObject({
      error: { problem: { kind: 'selection-unlisted', values: { count: '1' } } },
    });
  });
});
