import type { IncomingMessage, ServerResponse } from 'node:http';
import { Chronicle } from './chronicle.ts';
import { deliver } from './deliver.ts';
import { json } from './exchange.ts';
import type { ContentFault, Reply, Route, RouteName, WorldRequest } from './exchange.ts';
import { Faults, isContentFault } from './faults.ts';

/** A request as the log keeps it. `status` is null when no answer went out, or not yet. */
export interface LoggedRequest extends WorldRequest {
  readonly route: RouteName;
  readonly status: number | null;
}

/** Leads each request to its route, through the faults in force, and keeps the log. */
export class Dispatch {
  readonly faults = new Faults();
  readonly log = new Chronicle<LoggedRequest>(
    ({ at, method, url, status }) => `${at} ${method} ${url.href.slice(0, 200)}: ${status ?? 'no answer'}`,
  );
  readonly #routes: readonly Route[];
  readonly #now: () => number;
  #lastId = 0;
  /** Milliseconds by which the servers' clock is ahead of this computer's. */
  clockAhead = 0;

  /** The first route that matches answers; the last one should match everything. `now` is told in `Date`. */
  constructor(routes: readonly Route[], now: () => number) {
    this.#routes = routes;
    this.#now = now;
  }

  readonly handle = (incoming: IncomingMessage, response: ServerResponse): void => {
    const chunks: Buffer[] = [];
    // A browser that goes away in the middle is no fault of the world's.
    incoming.on('error', () => response.destroy());
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () =>
      this.#answer(this.#received(incoming, Buffer.concat(chunks).toString()), response),
    );
  };

  #received(incoming: IncomingMessage, body: string): WorldRequest {
    this.#lastId += 1;
    const named = (incoming.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const host = /^[a-z0-9.-]+$/.test(named) ? named : 'unnamed.invalid';
    const path = incoming.url?.startsWith('/') === true ? incoming.url : '/';
    return {
      id: this.#lastId,
      at: new Date().toISOString(),
      method: incoming.method ?? '',
      host,
      url: new URL(`https://${host}${path}`),
      headers: incoming.headers,
      body,
    };
  }

  #answer(request: WorldRequest, response: ServerResponse): void {
    const route = this.#routes.find((each) => each.matches(request));
    if (route === undefined) throw new Error('The last route must match everything.');
    this.log.add({ ...request, route: route.name, status: null });
    response.setHeader('date', new Date(this.#now()).toUTCString());
    const fault = this.faults.take(route.name, request);
    const [said, delivered] =
      fault === undefined || isContentFault(fault) ? [fault, undefined] : [undefined, fault];
    response.setHeader('date', new Date(Date.now() + this.clockAhead).toUTCString());
    // Who is told to come back later has not been served: a code of a sign-in, say, has not been redeemed.
    const reply = delivered?.kind === 'status' ? json(delivered.status, {}) : answerOf(route, request, said);
    const status = deliver(response, reply, delivered);
    this.log.update(request.id, (logged) => ({ ...logged, status }));
  }
}

/** What a route cannot read, such as half an escape in a path, is the asker's fault. */
function answerOf(route: Route, request: WorldRequest, fault: ContentFault | undefined): Reply {
  try {
    return route.answer(request, fault);
  } catch (error) {
    return json(400, { error: { code: 'BadRequest', message: String(error) } });
  }
}
