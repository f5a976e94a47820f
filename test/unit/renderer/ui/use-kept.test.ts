import { beforeEach, expect, it } from 'vitest';
import { useTyped } from '../../../../src/renderer/ui/use-kept.ts';
import { emptyStorage, runHook } from '../../support/windows-parts.ts';

beforeEach(() => {
  emptyStorage();
});

const typedOver = (set: string) => runHook((props: string) => useTyped('draft.test', props), set);

it('what is set shows until something is typed, and again once that was used', async () => {
  const field = await typedOver('set');
  await field.show('set anew');
  expect(field.told().text).toBe('set anew');
  await field.during(() => field.told().write('typed'));
  await field.show('set last');
  expect(field.told().text).toBe('typed');
  await field.during(() => field.told().used());
  expect(field.told().text).toBe('set last');
});

it('a field whose whole text was deleted stays empty', async () => {
  const field = await typedOver('set');
  await field.during(() => field.told().write(''));
  expect(field.told().text).toBe('');
});

it('what is typed while the text before it is being used stays', async () => {
  const field = await typedOver('');
  await field.during(() => field.told().write('first'));
  const { used } = field.told();
  await field.during(() => field.told().write('second'));
  await field.during(used);
  expect(field.told().text).toBe('second');
});

it('what is typed is there again in the next window', async () => {
  const field = await typedOver('set');
  await field.during(() => field.told().write('typed'));
  expect((await typedOver('set')).told().text).toBe('typed');
});
