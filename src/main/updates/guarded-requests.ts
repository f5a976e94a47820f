import { EventEmitter } from 'node:events';
import { isInFeed, type Feed } from './feed.ts';
import type { OpenDownloads } from './open-downloads.ts';

/** The part of electron-updater's request options that the guard looks at. */
export interface RequestOptions {
  readonly protocol?: string | null;
  readonly hostname?: string | null;
  readonly port?: string | number | null;
  readonly path?: string | null;
  readonly headers?: Readonly<Record<string, unknown>> | null;
}

export interface Request extends EventEmitter {
  end(): void;
  abort(): void;
}

interface Response extends EventEmitter {
  pipe?: unknown;
  destroy?(error: Error): void;
}

/** Tidegate gave the update up; the network is not at fault. */
export class UpdateRefused extends Error {
  /** The last part of its text's key: `updateFault.<fault>`. */
  readonly fault: 'elsewhere' | 'redirects' | 'tooBig' | 'silent';
  constructor(fault: UpdateRefused['fault']) {
    super(fault);
    this.fault = fault;
  }
}

export interface Guard {
  readonly feed: Feed;
  /** The most bytes that an answer may have. */
  readonly mostBytes: () => number;
  /** How long nothing may arrive, in milliseconds. */
  readonly silence: number;
  readonly downloads: Pick<OpenDownloads, 'begin' | 'follow'>;
}

export type CreateRequest = (options: RequestOptions, callback: (response: Response) => void) => Request;

/** The headers that a download sends. SECURITY: not the one with the number by which electron-updater knows each user again. */
const headers = new Set(['accept', 'cache-control', 'user-agent']);

/** As often one question may be sent elsewhere within the feed. electron-updater means to count too, and never adds one. */
const mostRedirects = 5;
/** How many requests of the same question came before: electron-updater copies the options into those of a redirected request. */
const asked = Symbol('asked');

/**
 * SECURITY: every request for an update passes here, a redirected one too: it goes to the feed and nowhere else, tells nothing of
 * the user, and ends when the answer is too long, stops coming, or leads from one place to the next. Errors reach whoever
 * asked as an `error` of the request.
 */
export function guardRequests(
  create: CreateRequest,
  { downloads, feed, mostBytes, silence }: Guard,
): CreateRequest {
  return (options: RequestOptions & { [asked]?: number }, callback) => {
    const before = options[asked] ?? 0;
    options[asked] = before + 1;
    if (before > mostRedirects) return new RefusedRequest(new UpdateRefused('redirects'));
    if (!isInFeed(feed, addressOf(options))) return new RefusedRequest(new UpdateRefused('elsewhere'));
    const given = Object.entries(options.headers ?? {});
    const kept = Object.fromEntries(given.filter(([name]) => headers.has(name.toLowerCase())));
    const most = mostBytes();
    let received = 0;
    let answer: Response | undefined;
    let closeFile: (() => void) | undefined;
    const giveUp = (fault: UpdateRefused['fault']) => {
      clearTimeout(patience);
      const error = new UpdateRefused(fault);
      if (answer === undefined) request.emit('error', error);
      else answer.emit('error', error);
      request.abort();
    };
    const waiting = () => setTimeout(() => giveUp('silent'), silence);
    let patience = waiting();
    const ended = () => {
      clearTimeout(patience);
      over();
    };
    const request = create({ ...options, headers: kept }, (response) => {
      answer = response;
      closeFile = downloads.follow(response);
      let whole = false;
      response.on('end', () => (whole = true));
      // Close the file before the caller hears of it and removes it.
      for (const end of ['error', 'aborted', 'close'])
        response.on(end, () => {
          if (!whole) closeFile?.();
        });
      callback(response);
      response.on('data', (chunk: { readonly length: number }) => {
        received += chunk.length;
        clearTimeout(patience);
        if (received > most) giveUp('tooBig');
        else patience = waiting();
      });
      for (const end of ['end', 'error', 'aborted', 'close']) response.on(end, ended);
    });
    const over = downloads.begin(() => {
      closeFile?.();
      request.abort();
    });
    for (const end of ['error', 'abort', 'redirect']) request.on(end, ended);
    return request;
  };
}

function addressOf({ hostname, path, port, protocol }: RequestOptions): string {
  const given = port === undefined || port === null || port === '' ? '' : `:${port}`;
  return `${protocol ?? 'https:'}//${hostname ?? ''}${given}${path ?? '/'}`;
}

/** A request that is never sent. */
class RefusedRequest extends EventEmitter implements Request {
  readonly #error: Error;
  constructor(error: Error) {
    super();
    this.#error = error;
  }
  end(): void {
    setImmediate(() => this.emit('error', this.#error));
  }
  abort(): void {}
}
