import { expect, it } from 'vitest';
import type { FinderView } from '../../../../../src/renderer/finder/state/finder-view.ts';
import { followList } from '../../../../../src/renderer/finder/state/follow-list.ts';
import type { Lookup } from '../../../../../src/renderer/finder/results/results.ts';
import type { AppState } from '../../../../../src/renderer/ui/app-store.ts';
import type { ListDelta } from '#shared/commands/list-delta.ts';
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
  let tell = (_change?: ListDelta): void => {};
  const lookups: Lookup[] = [];
  const store = {
    get: () => state,
    subscribe: (listener: (change?: ListDelta) => void) => ((tell = listener), () => {}),
  };
  const view = { query: '' };
  followList(store, { searchWith: (lookup) => void lookups.push(lookup), get: () => view as FinderView });
  /** `change`: what became of the customers, if something did. */
  const become = (next: AppState, change?: Partial<ListDelta>): void => {
    state = next;
    tell(change && { revision: next.revision, reset: false, upsert: [], remove: [], ...change });
  };
  /** The whole list anew. */
  const begin = (...customers: readonly Customer[]): AppState => {
    const next = aState(...customers);
    become(next, { reset: true, upsert: customers });
    return next;
  };
  return {
    view,
    become,
    begin,
    lookups,
    names: (query: string) =>
      lookups
        .at(-1)?.(query)
        .map((row) => row.customer.name),
  };
}

it('looks up in the newest list', () => {
  const { become, begin, names } = aFinder();
  begin(contoso);
  expect(names('')).toEqual(['Contoso']);
  const adatum = { ...contoso, name: 'Adatum' };
  become(aState(fabrikam, adatum), { upsert: [fabrikam, adatum] });
  expect(names('')).toEqual(['Adatum', 'Fabrikam']);
  expect(names('contoso')).toEqual([]);
  expect(names('fab')).toEqual(['Fabrikam']);
  become(aState(adatum), { remove: [fabrikam.tenantId] });
  expect(names('')).toEqual(['Adatum']);
  begin(fabrikam);
  expect(names('')).toEqual(['Fabrikam']);
});

it('lists by a filter whom it fits, and takes a sentence for what it says', () => {
  const { begin, names } = aFinder();
  begin(contoso, { ...fabrikam, hidden: true });
  expect(names('is:hidden')).toEqual(['Fabrikam']);
  expect(names('is:hidden fab')).toEqual(['Fabrikam']);
  expect(names('is:purple')).toEqual([]);
  expect(names(`the tenant ID is: ${contoso.tenantId}`)).toEqual(['Contoso']);
  expect(names(`the incident is: https://security.microsoft.com/incidents?tid=${contoso.tenantId}`)).toEqual([
    'Contoso',
  ]);
});

it('puts what was opened lately first as soon as main tells', () => {
  const { become, begin, names } = aFinder();
  const state = begin(contoso, fabrikam);
  expect(names('')).toEqual(['Contoso', 'Fabrikam']);
  become({ ...state, usage: { ...noUsage, recents: [fabrikam.tenantId] } });
  expect(names('')).toEqual(['Fabrikam', 'Contoso']);
});

it('leaves the finder alone when only the status changes', () => {
  const { become, begin, lookups } = aFinder();
  const state = begin(contoso);
  become({ ...state, status: aStatus({ language: 'fr' }) });
  expect(lookups).toHaveLength(1);
});
