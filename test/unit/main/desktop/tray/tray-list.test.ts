import { expect, test } from 'vitest';
import { TrayList } from '../../../../../src/main/desktop/tray/tray-list.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { aCustomer } from '../../../support/samples.ts';
import { fc } from '../../../support/fast-check.ts';

const people = Array.from({ length: 4 }, () => aCustomer());
const step = fc.record({
  reset: fc.boolean(),
  upsert: fc.uniqueArray(
    fc.record({
      at: fc.nat(3),
      name: fc.constantFrom('Contoso Ltd', 'CONTOSO, Ltd.', 'Fabrikam'),
      favourite: fc.boolean(),
      hidden: fc.boolean(),
    }),
    { selector: ({ at }) => at },
  ),
  remove: fc.uniqueArray(fc.nat(3)),
});

test('after any changes the tray knows what it would know of the whole list', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const followed = new TrayList();
      let list = new Map<Customer['tenantId'], Customer>();
      for (const { reset, ...change } of steps) {
        const upsert = change.upsert.flatMap(({ at, ...rest }) => ({
          ...aCustomer(),
          ...people[at],
          ...rest,
        }));
        const remove = change.remove.flatMap((at) => people[at]?.tenantId ?? []);
        if (reset) list = new Map();
        for (const tenantId of remove) list.delete(tenantId);
        for (const customer of upsert) list.set(customer.tenantId, customer);
        followed.apply({ reset, upsert, remove });
        const whole = new TrayList();
        whole.apply({ reset: true, upsert: [...list.values()], remove: [] });
        const ids = (tray: TrayList) =>
          tray
            .favourites('en')
            .map(({ tenantId }) => tenantId)
            .sort();
        expect(ids(followed)).toEqual(ids(whole));
        for (const customer of list.values())
          expect(followed.sharesName(customer)).toBe(whole.sharesName(customer));
      }
    }),
  );
});

test('a name is shared when another customer has it, also one that has not been told yet', () => {
  const told = aCustomer({ name: 'Contoso Ltd' });
  const tray = new TrayList();
  tray.apply({ reset: false, upsert: [told], remove: [] });
  expect(tray.sharesName(told)).toBe(false);
  expect(tray.sharesName(aCustomer({ name: 'CONTOSO, Ltd.' }))).toBe(true);
  expect(tray.sharesName(aCustomer({ name: 'Fabrikam' }))).toBe(false);
});
