import type { Problem } from '#shared/problems/problem.ts';
import { ok, type Result } from '#shared/problems/result.ts';
import { abortable } from '../system/net/abortable.ts';
import { request } from 'node:http';

/** Opens a page in the system's browser, unless the signal comes first. */
export type OpenPage = (address: string, signal: AbortSignal) => Promise<Result<void, Problem>>;

/** One interactive sign-in that can be stopped at any moment: before, while and after the page opens. */
export class SignInAttempt {
  readonly #openPage: OpenPage;
  readonly #stopped = new AbortController();
  #problem: Problem | undefined;
  #page: string | undefined;

  constructor(openPage: OpenPage) {
    this.#openPage = openPage;
  }

  /** Why it was stopped, if it was. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** MSAL's `openBrowser`: what it throws ends MSAL's call. */
  readonly openBrowser = async (address: string): Promise<void> => {
    if (!this.#problem) {
      this.#page = address;
      const { signal } = this.#stopped;
      const opened = await abortable(this.#openPage(address, signal), signal, () => ok(undefined));
      if (!opened.ok) this.stop(opened.error);
    }
    if (this.#problem) throw new Error(this.#problem.kind);
  };

  stop(reason: Problem): void {
    if (this.#problem) return;
    this.#problem = reason;
    this.#stopped.abort();
    if (this.#page !== undefined) answerCancelled(this.#page);
  }
}

/**
 * Ends MSAL's wait for the user: answers its loopback server as the sign-in page would for a user who cancelled.
 * MSAL itself waits for ever and has no call for this. `page` is the address MSAL wanted opened.
 */
function answerCancelled(page: string): void {
  const query = new URL(page).searchParams;
  const { port } = new URL(query.get('redirect_uri') ?? '');
  const body = new URLSearchParams({ error: 'user_cancelled', state: query.get('state') ?? '' }).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
  };
  // SECURITY: to this machine only, whatever the address says.
  const post = request({ host: '127.0.0.1', port, method: 'POST', path: '/', headers, agent: false });
  // When nobody listens any more, nothing waits either.
  post.on('error', () => undefined);
  post.on('response', (answer) => answer.resume());
  post.end(body);
}
