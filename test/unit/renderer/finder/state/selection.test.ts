import { expect, it } from 'vitest';
import { FinderController } from '../../../../../src/renderer/finder/state/finder-controller.ts';
import { lookUp } from '../../../../../src/renderer/finder/results/results.ts';
import type { Command } from '#shared/commands/command.ts';
import { selectionLinks } from '#shared/portals/links/selection-link.ts';
import { problem } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/result.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer, aTenantId } from '../../../support/samples.ts';

const customers = Array.from({ length: 8 }, (_, at) => aCustomer({ name: `Customer ${at}` }));
const ids = customers.map(({ tenantId }) => tenantId);

function aFinder() {
  const commands: Command[] = [];
  const finder = new FinderController(
    (command) => {
      commands.push(command);
      return Promise.resolve(ok({ kind: 'done' as const }));
    },
    { listed: (tenantId) => ids.includes(tenantId) },
  );
  const index = new SearchIndex(customers);
  finder.searchWith((query) => lookUp(index, query, noUsage, 0));
  return { commands, finder };
}

it('customers that are handed over are selected in their order, and nothing opens', () => {
  const { commands, finder } = aFinder();
  finder.type('Customer 7');
  finder.toggleSelected();
  finder.select(ids.slice(0, 3).toReversed(), 0);
  expect(finder.get()).toMatchObject({
    selection: ids.slice(0, 3).toReversed(),
    query: '',
    problem: null,
    mode: { kind: 'list' },
  });
  expect(commands).toEqual([]);
});

it('many of them open only after the question that is always asked', async () => {
  const { commands, finder } = aFinder();
  finder.select(ids, 0);
  await finder.selection.open();
  expect(commands).toEqual([]);
  expect(finder.get().mode).toEqual({ kind: 'question', question: { about: 'many' } });
  await finder.answer();
  expect(commands).toEqual([{ kind: 'openMany', tenantIds: ids, page: 'defender' }]);
});

it('who is not listed is told', () => {
  const { finder } = aFinder();
  finder.select(ids.slice(0, 1), 2);
  expect(finder.get().problem).toEqual(problem('selection-unlisted', { count: '2' }));
});

it('what is being written stays in front of them', () => {
  const { finder } = aFinder();
  const details = { kind: 'details', tenantId: ids[7] ?? aTenantId(), field: 'note' } as const;
  finder.enter(details);
  finder.select(ids.slice(0, 2), 0);
  expect(finder.get()).toMatchObject({ selection: ids.slice(0, 2), mode: details });
});

it('a query that was being written for others is not run at them, and its text is kept', () => {
  const { finder } = aFinder();
  finder.toggleSelected();
  finder.selection.hunt();
  finder.selection.writeHunting('DeviceInfo');
  finder.select(ids.slice(1, 3), 0);
  expect(finder.get()).toMatchObject({ mode: { kind: 'list' }, hunting: 'DeviceInfo' });
});

it('a pasted hand-over selects whom it names and is no query', () => {
  const { commands, finder } = aFinder();
  const links = selectionLinks([ids[2] ?? aTenantId(), aTenantId(), ids[0] ?? aTenantId()]);
  expect(finder.paste(`Hand-over\n${links.join('\n')}\nBye`)).toBe(true);
  expect(finder.get()).toMatchObject({
    selection: [ids[2], ids[0]],
    query: '',
    problem: { kind: 'selection-unlisted', values: { count: '1' } },
  });
  // Where nobody is listed the text is read like any other, which says so.
  expect(finder.paste(selectionLinks([aTenantId()]).join())).toBe(false);
  expect(commands).toEqual([]);
});
