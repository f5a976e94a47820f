import { expect, it } from 'vitest';
import type { ImportProgress } from '#shared/imports/import.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { Importer } from '../../../../../src/main/customers/imports/importer.ts';
import { ImportWork } from '../../../../../src/main/customers/imports/import-work.ts';
import type { DomainLookup } from '../../../../../src/main/customers/sources/domain-lookup.ts';
import { aTenantId } from '../../../support/samples.ts';

/** Answers each domain when it is let, and the rest with `cancelled` once that is asked for. */
function slowLookup(letThrough: number) {
  let reached: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => (reached = resolve));
  const findAll: DomainLookup['findAll'] = async (domains, signal, told) => {
    const all = [...new Set(domains)];
    const answers = new Map<
      string,
      ReturnType<typeof ok<ReturnType<typeof aTenantId>>> | ReturnType<typeof err>
    >();
    for (const [index, domain] of all.entries()) {
      if (index === letThrough) {
        reached();
        await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      }
      answers.set(domain, signal?.aborted ? err(problem('cancelled', {})) : ok(aTenantId()));
      told?.(answers.size, all.length);
    }
    return answers as Awaited<ReturnType<DomainLookup['findAll']>>;
  };
  return { findAll, waiting };
}

/** `planned`: called once all domains are known, before anything is written. */
function importing(letThrough: number, planned: () => void = () => undefined) {
  const written: unknown[] = [];
  const lookup = slowLookup(letThrough);
  const importer = new Importer(
    {
      customers: () => {
        planned();
        return new Map();
      },
      written: () => ({ listed: undefined, annotation: undefined }),
      write: async (steps) => {
        written.push(steps);
        return ok(undefined);
      },
    },
    lookup,
  );
  const told: (ImportProgress | null)[] = [];
  const work = new ImportWork((progress) => told.push(progress));
  return { importer, lookup, told, work, written };
}

const list = Array.from({ length: 8 }, (_, index) => `customer-${index}.example`).join('\n');

it.each(['importText', 'preview'] as const)(
  '%s that is cancelled half way has written nothing',
  async (what) => {
    const { importer, lookup, told, work, written } = importing(4);
    const ended: Promise<unknown> = work.during<unknown>((signal, progress) =>
      importer[what](list, signal, null, progress),
    );
    await lookup.waiting;
    expect(told.at(-1)).toEqual({ done: 4, total: 8 });
    work.cancel();
    expect(await ended).toEqual(err(problem('cancelled', {})));
    expect(written).toEqual([]);
    expect(told.at(-1)).toBeNull();
  },
);

it('an import that is cancelled while it is planned has written nothing', async () => {
  const { importer, work, written } = importing(Infinity, () => work.cancel());
  const ended = await work.during((signal, progress) => importer.importText(list, signal, null, progress));
  expect(ended).toEqual(err(problem('cancelled', {})));
  expect(written).toEqual([]);
});

it('an import that nobody cancels is written whole, and tells how far it is', async () => {
  const { importer, told, work, written } = importing(Infinity);
  const ended = await work.during((signal, progress) => importer.importText(list, signal, null, progress));
  expect(ended.ok).toBe(true);
  expect(written).toHaveLength(1);
  expect(told[0]).toEqual({ done: 0, total: 0 });
  expect(told.slice(1, -1).map((each) => each?.done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(told.at(-1)).toBeNull();
});

it('tells at most a hundred times, however long the list is', async () => {
  const told: unknown[] = [];
  const work = new ImportWork((progress) => told.push(progress));
  await work.during(async (_signal, progress) => {
    for (let done = 1; done <= 10_000; done += 1) progress(done, 10_000);
  });
  expect(told.length).toBeLessThanOrEqual(102);
});

it('a second import that ends does not hide the first', async () => {
  const told: unknown[] = [];
  const work = new ImportWork((progress) => told.push(progress));
  let end: () => void = () => undefined;
  const first = work.during(() => new Promise<void>((resolve) => (end = resolve)));
  await work.during(async () => undefined);
  expect(told.at(-1)).not.toBeNull();
  end();
  await first;
  expect(told.at(-1)).toBeNull();
});
