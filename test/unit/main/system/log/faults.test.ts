import { expect, it } from 'vitest';
import { Faults } from '../../../../../src/main/system/log/faults.ts';

function desk() {
  const written: unknown[] = [];
  const told: string[] = [];
  const faults = new Faults((error) => void written.push(error));
  return { faults, written, told, tell: () => void told.push('told') };
}

it('a fault that comes again and again is written once, and told once', () => {
  const { faults, told, tell, written } = desk();
  faults.onFirst(tell);
  const fail = (round: number) => new Error(`round ${round}`);
  for (let round = 0; round < 1_000; round += 1) faults.caught(fail(round));
  expect(written).toHaveLength(1);
  expect(told).toEqual(['told']);
  faults.caught(new TypeError('elsewhere'));
  expect(written).toHaveLength(2);
  expect(told).toEqual(['told']);
});

it('a fault before anybody can be told is told as soon as somebody can', () => {
  const { faults, told, tell, written } = desk();
  faults.caught(new Error('early'));
  expect(written).toHaveLength(1);
  faults.onFirst(tell);
  faults.caught(new RangeError('late'));
  expect(told).toEqual(['told']);
});

it('different faults without end do not fill the disk', () => {
  const { faults, written } = desk();
  for (let each = 0; each < 1_000; each += 1) faults.caught(`fault ${each}`);
  expect(written.length).toBeLessThanOrEqual(50);
});

it('a fault in the telling starts no loop, and one in the writing is told', () => {
  let writes = 0;
  let tells = 0;
  const faults: Faults = new Faults((error) => {
    writes += 1;
    faults.caught(new Error('while writing'));
    throw error;
  });
  faults.onFirst(() => {
    tells += 1;
    faults.caught(new Error('while telling'));
    throw new Error('nobody there');
  });
  expect(() => faults.caught(new Error('first'))).not.toThrow();
  expect([writes, tells]).toEqual([1, 1]);
});

it.each([
  ['nothing', undefined],
  ['a value without a text', Object.create(null) as unknown],
  ['an error without a stack', Object.assign(new Error('x'), { stack: undefined })],
  [
    'an error whose stack fails',
    Object.defineProperty(new Error('x'), 'stack', {
      get: () => {
        throw new Error('no stack');
      },
    }),
  ],
])('whatever was thrown is written: %s', (_, thrown) => {
  const { faults, written } = desk();
  faults.caught(thrown);
  faults.caught(thrown);
  expect(written).toHaveLength(1);
});
