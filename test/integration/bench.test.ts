import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);

const share: unknown = expect.toSatisfy((value) => typeof value === 'number' && value >= 0 && value <= 1);
const milliseconds: unknown = expect.toSatisfy((value) => typeof value === 'number' && value >= 0);

it('the bench measures finding over names and queries it is given, as JSON alone', async () => {
  const folder = await temporaryFolder('tidegate bench ');
  onTestFinished(() => removeFolder(folder));
  const customers = join(folder, 'customers.csv');
  const queries = join(folder, 'queries.jsonl');
  const id = (last: number): string => `11111111-2222-4333-8444-00000000000${last}`;
  await writeFile(
    customers,
    `tenantId,name,defaultDomain\n${id(1)},Contoso,contoso.example\n${id(2)},"Fabrikam, Inc.",fabrikam.example\n`,
  );
  const asked = [
    { kind: 'prefix', q: 'con', gold: id(1) },
    { kind: 'prefix', q: 'fab', gold: id(2) },
    { kind: 'a way of their own', q: 'nobody at all', gold: id(2) },
  ];
  await writeFile(queries, `${asked.map((query) => JSON.stringify(query)).join('\n')}\n`);

  const bench = ['node_modules/tsx/dist/cli.mjs', 'test/bench/bench.ts', 'search', '--json'];
  const given = ['--customers', customers, '--queries', queries];
  const { stdout } = await run(process.execPath, [...bench, ...given]);

  const engine = {
    hit1: share,
    hit5: share,
    mrr: share,
    p50: milliseconds,
    p95: milliseconds,
    p99: milliseconds,
    kinds: {
      prefix: { n: 2, hit1: share, hit5: share, p95: milliseconds },
      'a way of their own': { n: 1, hit1: share, hit5: share, p95: milliseconds },
    },
  };
  const report: unknown = JSON.parse(stdout);
  const names = ['tidegate', 'fuse.js', 'fuzzysort', 'uFuzzy', 'fzf', 'minisearch', 'match-sorter'];
  expect(report).toEqual({
    engines: Object.fromEntries(names.map((name) => [name, engine])),
    customers: 2,
    queries: 3,
  });
  expect(report).toMatchObject({
    engines: { tidegate: { kinds: { prefix: { hit1: 1 }, 'a way of their own': { hit5: 0 } } } },
  });
});
