import { expect, test } from 'vitest';
import { apiHosts } from '../../../../../src/main/system/net/api-hosts.ts';
import { ElectronHttpClient } from '../../../../../src/main/system/net/electron-http-client.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';

const host = 'management.azure.com';
const request = { method: 'GET', url: `https://${host}/tenants` } as const;
const client = (fetch: (url: string, init: RequestInit) => Promise<Response>, timeout?: number) =>
  new ElectronHttpClient(
    { fetch: (url, init) => fetch(typeof url === 'string' ? url : url.url, init ?? {}) },
    apiHosts(clouds.public),
    timeout,
  );

test('an answer of any status is handed over whole', async () => {
  const headers = { 'Retry-After': '5' };
  const answer = await client(async () => new Response('slowly', { status: 429, headers })).send(request);
  expect(answer).toMatchObject(ok({ status: 429, body: 'slowly', headers: { 'retry-after': '5' } }));
});

test('every request forbids redirects and cookies', async () => {
  let sent: RequestInit = {};
  const remember = async (_url: string, init: RequestInit) => {
    sent = init;
    return new Response();
  };
  await client(remember).send({ ...request, method: 'POST', body: 'a=b' });
  expect(sent).toMatchObject({ method: 'POST', body: 'a=b', redirect: 'error', credentials: 'omit' });
});

test.each([
  'https://elsewhere.example/',
  'http://management.azure.com/',
  'https://management.azure.com:444/',
  'https://management.azure.com@elsewhere.example/',
  'https://user@management.azure.com/',
  'https:\\\\management.azure.com\\',
  ' https://management.azure.com/',
  'https://management.azure.com\n/',
  'file:///etc/passwd',
  'security.microsoft.com',
])('nothing is asked of %j', async (url) => {
  const never = client(() => Promise.reject(new Error('asked')));
  expect(await never.send({ ...request, url })).toMatchObject({ error: { kind: 'address-refused' } });
});

const offline = problem('offline', { host });
const network: readonly (readonly [string, Problem])[] = [
  ['net::ERR_INTERNET_DISCONNECTED', offline],
  ['net::ERR_NAME_NOT_RESOLVED', offline],
  ...['ERR_PROXY_CONNECTION_FAILED', 'ERR_TUNNEL_CONNECTION_FAILED', 'ERR_NO_SUPPORTED_PROXIES'].map(
    (code) => [`net::${code}`, problem('proxy-refused', { host, code })] as const,
  ),
  ...['ERR_CERT_AUTHORITY_INVALID', 'ERR_CERT_DATE_INVALID', 'ERR_SSL_PROTOCOL_ERROR'].map(
    (code) => [`net::${code}`, problem('connection-untrusted', { host, code })] as const,
  ),
  ["Attempted to redirect, but redirect policy was 'error'", problem('page-instead', { host })],
  ['Something of a parser', problem('answer-invalid', { host, reason: 'answerFault.broken' })],
];
test.each(network)('%s is told for what it is', async (message, told) => {
  expect(await client(() => Promise.reject(new Error(message))).send(request)).toEqual(err(told));
});

test('a proxy that wants to know who asks is told as such', async () => {
  const answer = await client(async () => new Response('', { status: 407 })).send(request);
  expect(answer).toEqual(err(problem('proxy-refused', { host, code: '407' })));
});

test('a body that breaks off is no answer', async () => {
  const broken = new ReadableStream({
    start: (stream) => stream.error(new Error('net::ERR_CONNECTION_RESET')),
  });
  const reason = 'answerFault.broken';
  const answer = await client(async () => new Response(broken)).send(request);
  expect(answer).toEqual(err(problem('answer-invalid', { host, reason })));
});

test('a server that says nothing, or never ends, is as good as not there', async () => {
  expect(await client(() => new Promise(() => undefined), 10).send(request)).toEqual(err(offline));
  const endless = new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(1)) });
  expect(await client(async () => new Response(endless), 10).send(request)).toEqual(err(offline));
});

test('a request can be called off, before and while it waits', async () => {
  const cancelled = err(problem('cancelled', {}));
  const waiting = new AbortController();
  const outcome = client(() => new Promise(() => undefined)).send({ ...request, signal: waiting.signal });
  waiting.abort();
  expect(await outcome).toEqual(cancelled);
  const before = client(() => new Promise(() => undefined)).send({ ...request, signal: AbortSignal.abort() });
  expect(await before).toEqual(cancelled);
});

test('an answer without end is cut off, also where nobody said how much it may be', async () => {
  const piece = new Uint8Array(1024 * 1024);
  for (const mostBytes of [undefined, 3 * piece.length]) {
    let given = 0;
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += piece.length;
        // What has no bound ends here, and the test with it.
        if (given > 50 * piece.length) controller.close();
        else controller.enqueue(piece);
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const asked = mostBytes === undefined ? request : { ...request, mostBytes };
    const answer = await client(async () => new Response(body)).send(asked);
    expect(answer).toMatchObject({ error: { kind: 'answer-invalid', values: { host } } });
    expect(cancelled).toBe(true);
    expect(given).toBeLessThan((mostBytes ?? 32 * piece.length) + 4 * piece.length);
  }
});
