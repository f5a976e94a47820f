import { expect, it } from 'vitest';
import type { FinderView } from '../../../../../src/renderer/finder/state/finder-view.ts';
import { followList } from '../../../../../src/renderer/finder/state/follow-list.ts';
import type { Lookup } from '../../../../../src/renderer/finder/results/results.ts';
import type { AppState } from '../../../../../src/renderer/ui/app-store.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { catalogues } from '#shared/locales/messages.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer, aStatus } from '../../../support/samples.ts';

const contoso = aCustomer();
const fabrikam = aCustomer({ name: 'Fabrikam' });

const aState = (...customers: readonly Customer[]): AppState => ({
  revision: 1,
  ordered: false,
  customers: new Map(customers.map((customer) => [customer.tenantId, customer])),
  usage: noUsage,
  status: aStatus(),
  texts: { language: 'en', catalogue: catalogues.en },
});

/** A store whose value the test sets, and the lookups that the finder was given. */
function aFinder() {
  let state: AppState | null = null;
  let tell = (): void => {};
  const lookups: Lookup[] = [];
  const store = { get: () => state, subscribe: (listener: () => void) => ((tell = listener), () => {}) };
  const view = { query: '' };
  followList(store, { look: (lookup) => void lookups.push(lookup), get: () => view as FinderView });
  const become = (next: AppState): void => {
    state = next;
    tell();
  };
  return {
    view,
    become,
    lookups,
    names: (query: string) =>
      lookups
        .at(-1)?.(query)
        .map((row) => row.customer.name),
  };
}

it('looks up in the newest list', () => {
  const { become, names } = aFinder();
  become(aState(contoso));
  expect(names('')).toEqual(['Contoso']);
  become(aState(fabrikam, { ...contoso, name: 'Adatum' }));
  expect(names('')).toEqual(['Adatum', 'Fabrikam']);
  expect(names('contoso')).toEqual([]);
  expect(names('fab')).toEqual(['Fabrikam']);
});

it('puts what was opened lately first as soon as main tells', () => {
  const { become, names } = aFinder();
  const state = aState(contoso, fabrikam);
  become(state);
  expect(names('')).toEqual(['Contoso', 'Fabrikam']);
  become({ ...state, usage: { ...noUsage, recents: [fabrikam.tenantId] } });
  expect(names('')).toEqual(['Fabrikam', 'Contoso']);
});

it('leaves the finder alone when only the status changes', () => {
  const { become, lookups } = aFinder();
  const state = aState(contoso);
  become(state);
  become({ ...state, status: aStatus({ language: 'fr' }) });
  expect(lookups).toHaveLength(1);
});
