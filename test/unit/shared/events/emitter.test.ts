import { expect, it } from 'vitest';
import { Emitter } from '#shared/events/emitter.ts';

it('tells each listener each change, until that is ended', () => {
  const changes = new Emitter<number>();
  const first: number[] = [];
  const second: number[] = [];
  const end = changes.on((value) => first.push(value));
  changes.on((value) => second.push(value));
  changes.tell(1);
  end();
  changes.tell(2);
  changes.clear();
  changes.tell(3);
  expect([first, second]).toEqual([[1], [1, 2]]);
});
