import type { Session } from 'electron';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { parseAddressOn, shownAddress } from './https-address.ts';
import { abortable } from './abortable.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from './http-client.ts';
import { networkProblem } from './network-problem.ts';

/**
 * Requests through one Electron session, so that the system's proxy and certificates count. The session must be made
 * with `session.fromPartition('net', { cache: false })`: in memory, and without a cache that would write answers to disk.
 */
export class ElectronHttpClient implements HttpClient {
  readonly #session: Pick<Session, 'fetch'>;
  readonly #hosts: ReadonlySet<string>;
  readonly #timeout: number;

  /** `timeout` in milliseconds, for the whole answer. */
  constructor(session: Pick<Session, 'fetch'>, hosts: ReadonlySet<string>, timeout = 30_000) {
    this.#session = session;
    this.#hosts = hosts;
    this.#timeout = timeout;
  }

  async send(request: HttpRequest): Promise<Result<HttpAnswer, Problem>> {
    // SECURITY: tokens go to hosts of the list only, over https only.
    const url = parseAddressOn(request.url, this.#hosts);
    if (!url) return err(problem('address-refused', { address: shownAddress(request.url) }));
    // Not AbortSignal.any and .timeout: in Node 20 a signal made of others can be collected before it fires.
    const stop = new AbortController();
    const abort = () => stop.abort();
    const timer = setTimeout(abort, this.#timeout);
    request.signal?.addEventListener('abort', abort, { once: true });
    if (request.signal?.aborted) abort();
    try {
      return await abortable(this.#fetch(url, request, stop.signal), stop.signal, () =>
        err(request.signal?.aborted ? problem('cancelled', {}) : problem('offline', { host: url.hostname })),
      );
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', abort);
    }
  }

  async #fetch(url: URL, request: HttpRequest, signal: AbortSignal): Promise<Result<HttpAnswer, Problem>> {
    let answer: Response;
    try {
      answer = await this.#ask(url, request, signal);
    } catch (error) {
      return err(networkProblem(error, url.hostname));
    }
    // No server says this: the proxy wants to know who asks.
    if (answer.status === 407) return err(problem('proxy-refused', { host: url.hostname, code: '407' }));
    try {
      const head = { status: answer.status, headers: Object.fromEntries(answer.headers) };
      const bytes = await readAtMost(answer, request.mostBytes ?? mostBytesOfAnswer);
      const body = new TextDecoder().decode(bytes);
      return ok(request.mostBytes === undefined ? { ...head, body } : { ...head, bytes, body });
    } catch (error) {
      const reason = error instanceof TooMuch ? 'answerFault.tooBig' : 'answerFault.broken';
      return err(problem('answer-invalid', { host: url.hostname, reason }));
    }
  }

  #ask(url: URL, request: HttpRequest, signal: AbortSignal): Promise<Response> {
    return this.#session.fetch(url.href, {
      method: request.method,
      headers: { ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      signal,
      // SECURITY: a followed redirect would carry the bearer token to wherever it points.
      redirect: 'error',
      credentials: 'omit',
    });
  }
}

class TooMuch extends Error {}

/** More than any page of Microsoft's APIs. */
const mostBytesOfAnswer = 32 * 1024 * 1024;

/** SECURITY: an answer without end must not fill the memory. */
async function readAtMost(answer: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const body = answer.body as AsyncIterable<Uint8Array> | null;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > most) throw new TooMuch();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
