import { expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { placed } from '../../../../../src/renderer/settings/portals/page-list.ts';

const ids = ['a', 'b', 'c', 'd'];

it.each([
  ['b', 'a', 'bacd'],
  ['a', 'b', 'bacd'],
  ['a', 'd', 'bcda'],
  ['d', 'a', 'dabc'],
  ['c', 'c', 'abcd'],
  ['x', 'a', 'abcd'],
  ['a', 'x', 'abcd'],
])('%s in the place of %s gives %s', (id, at, order) => {
  expect(placed(ids, id, at).join('')).toBe(order);
});

it('takes the place of the other one, whatever the list, and keeps the order of the rest', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 30 }),
      fc.nat(),
      fc.nat(),
      (all, one, two) => {
        const [id = '', at = ''] = [all[one % all.length], all[two % all.length]];
        const order = placed(all, id, at);
        expect(order.indexOf(id)).toBe(all.indexOf(at));
        expect(order.filter((each) => each !== id)).toEqual(all.filter((each) => each !== id));
      },
    ),
  );
});
