import { expect, it } from 'vitest';
import { remember } from '#shared/search/frecency.ts';
import { forget, noUsage, type Usage } from '#shared/status/usage.ts';
import { aTenantId } from '../../support/samples.ts';

const [one, other] = [aTenantId(), aTenantId()];
const usage: Usage = {
  ...noUsage,
  pages: { [one]: 'incidents', [other]: 'hunting' },
  read: { [one]: 'a', [other]: 'b' },
};

it('keeps pages and what was read when a customer is opened', () => {
  expect(remember(usage, one, '', 0)).toMatchObject({ pages: usage.pages, read: usage.read });
});

it('forgets pages and what was read with their customer', () => {
  expect(forget(usage, one)).toMatchObject({ pages: { [other]: 'hunting' }, read: { [other]: 'b' } });
  expect(Object.keys(forget(usage, one).read ?? {})).toEqual([other]);
});
