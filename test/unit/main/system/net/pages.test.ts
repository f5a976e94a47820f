import { expect, test } from 'vitest';
import { pages } from '../../../../../src/main/system/net/pages.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { collect } from '../../../support/collect.ts';

const host = 'management.azure.com';
const first = `https://${host}/tenants`;

async function read(next: (url: string) => unknown, maxPages?: number) {
  const asked: string[] = [];
  const getJson = async (url: string): Promise<Result<unknown, Problem>> => {
    asked.push(url);
    const nextLink = next(url);
    return ok(nextLink === undefined ? {} : { nextLink });
  };
  const options = {
    nextLink: 'nextLink',
    token: 't',
    ...(maxPages === undefined ? {} : { maxPages }),
  } as const;
  const outcomes = await collect(pages({ getJson }, first, options));
  return { asked, last: outcomes.at(-1), count: outcomes.length };
}

test.each([undefined, null, ''])('a page whose link is %j is the last', async (end) => {
  const links: unknown[] = [`${first}?page=2`, `${first}?page=3`, end];
  const { asked, count } = await read(() => links.shift());
  expect(asked).toEqual([first, `${first}?page=2`, `${first}?page=3`]);
  expect(count).toBe(3);
});

test('a link that came before ends the list with a problem', async () => {
  const { asked, last } = await read((url) => (url === first ? `${first}?page=2` : first));
  expect(asked).toHaveLength(2);
  expect(last).toEqual(err(problem('paging-endless', { host, pages: '2' })));
});

test('so do links without end', async () => {
  let page = 1;
  const { asked, last } = await read(() => `${first}?page=${(page += 1)}`, 20);
  expect(asked).toHaveLength(20);
  expect(last).toEqual(err(problem('paging-endless', { host, pages: '20' })));
});

test.each([
  'https://elsewhere.example/tenants?token=1',
  'https://management.azure.com.elsewhere.example/tenants',
  'https://management.azure.com@elsewhere.example/tenants',
  'https://management.azure.com:8443/tenants',
  'http://management.azure.com/tenants',
  '//elsewhere.example/tenants',
  '/tenants?page=2',
  17,
])('the next page %j is not asked for', async (link) => {
  const { asked, last } = await read(() => link);
  expect(asked).toEqual([first]);
  expect(last).toMatchObject({ error: { kind: 'address-refused' } });
  expect(JSON.stringify(last)).not.toContain('token=1');
});

test('a failed page is the last thing that comes', async () => {
  const offline = err(problem('offline', { host }));
  const getJson = () => Promise.resolve(offline);
  expect(await collect(pages({ getJson }, first, { nextLink: 'nextLink' }))).toEqual([offline]);
});
