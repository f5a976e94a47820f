import { randomBytes, randomUUID } from 'node:crypto';
import type { WorldAccount, WorldDirectory } from './directory.ts';
import { entraError } from './entra-error.ts';
import { field } from './exchange.ts';
import type { Reply, Route } from './exchange.ts';
import { loginHost } from './hosts.ts';
import { accountPicker, errorPage, formPost } from './sign-in-page.ts';
import { base64url } from './tokens.ts';

/** What happens when a browser comes to the sign-in page. */
export type SignInAnswer =
  /** It asks which account. */
  | { readonly kind: 'ask' }
  /** It answers at once for this account, as when the browser has a session already. */
  | { readonly kind: 'account'; readonly username: string }
  /** It answers at once that the user declined. */
  | { readonly kind: 'cancel' }
  /** It shows an error and never returns to the application. */
  | { readonly kind: 'error-page'; readonly code: number };

/** What a code can be redeemed for. */
export interface CodeGrant {
  readonly account: WorldAccount;
  readonly tenantId: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly challenge: string;
  readonly nonce: string;
}

const authorizePath = /^\/([^/]+)\/oauth2\/v2\.0\/authorize$/;
const pickedPath = /^\/([^/]+)\/login$/;

/** The sign-in page, its account picker, and the codes it hands out. */
export class SignIn {
  answer: SignInAnswer = { kind: 'ask' };
  readonly #directory: WorldDirectory;
  readonly #clientId: string;
  readonly #pending = new Map<string, URLSearchParams>();
  readonly #codes = new Map<string, CodeGrant>();

  constructor(directory: WorldDirectory, clientId: string) {
    this.#directory = directory;
    this.#clientId = clientId;
  }

  /** Takes the code: it is good once. */
  redeem(code: string): CodeGrant | undefined {
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    return grant;
  }

  routes(): readonly Route[] {
    return [
      {
        name: 'login.authorize',
        matches: ({ method, host, url }) =>
          method === 'GET' && host === loginHost && authorizePath.test(url.pathname),
        answer: ({ url }, fault) => {
          const query = new URLSearchParams(url.search);
          const invalid = this.#invalid(query);
          if (invalid !== undefined) return errorPage(entraError(invalid).description);
          if (fault?.kind === 'entra-error') return refuse(query, fault.code);
          return this.#authorize(authorizePath.exec(url.pathname)?.[1] ?? '', query);
        },
      },
      {
        name: 'login.sign-in',
        matches: ({ method, host, url }) =>
          method === 'POST' && host === loginHost && pickedPath.test(url.pathname),
        answer: ({ url, body }, fault) => {
          const form = new URLSearchParams(body);
          const query = this.#pending.get(field(form, 'context'));
          if (query === undefined) return errorPage('This sign-in page is too old. Start again.');
          if (fault?.kind === 'entra-error') return refuse(query, fault.code);
          return this.#picked(pickedPath.exec(url.pathname)?.[1] ?? '', query, field(form, 'account'));
        },
      },
    ];
  }

  #authorize(authority: string, query: URLSearchParams): Reply {
    const { answer } = this;
    if (answer.kind === 'error-page') return errorPage(entraError(answer.code).description);
    if (answer.kind === 'cancel') return this.#picked(authority, query, '');
    if (answer.kind === 'account') return this.#picked(authority, query, answer.username);
    const context = randomUUID();
    this.#pending.set(context, query);
    const hint = field(query, 'login_hint');
    return accountPicker(`/${authority}/login`, context, this.#directory.accounts, hint);
  }

  /** What Entra refuses with a page of its own, because it will not send anybody to an unknown application. */
  #invalid(query: URLSearchParams): number | undefined {
    if (field(query, 'client_id') !== this.#clientId) return 700016;
    // A registered http://localhost matches with any port: entra-docs, identity-platform/reply-url.md.
    if (!/^http:\/\/localhost(:\d+)?\/?$/.test(field(query, 'redirect_uri'))) return 50011;
    if (field(query, 'response_mode') !== 'form_post') return 70007;
    const complete =
      field(query, 'response_type') === 'code' && field(query, 'code_challenge_method') === 'S256';
    return complete && field(query, 'code_challenge') !== '' ? undefined : 7000218;
  }

  #picked(authority: string, query: URLSearchParams, username: string): Reply {
    if (username === '') return refuse(query, 65004);
    const account = this.#directory.account(username);
    if (account === undefined) return errorPage(entraError(50020).description);
    const tenantId = tenantOf(authority, account, this.#directory);
    if (tenantId === undefined) return errorPage(entraError(90002).description);
    if (!this.#directory.reaches(username, tenantId)) return errorPage(entraError(50020).description);

    const code = `world-code-${randomBytes(24).toString('base64url')}`;
    const redirectUri = field(query, 'redirect_uri');
    this.#codes.set(code, {
      account,
      tenantId,
      clientId: field(query, 'client_id'),
      redirectUri,
      scope: field(query, 'scope'),
      challenge: field(query, 'code_challenge'),
      nonce: field(query, 'nonce'),
    });
    return formPost(redirectUri, {
      code,
      client_info: clientInfo(account),
      state: field(query, 'state'),
      session_state: randomUUID(),
    });
  }
}

/** The tenant that an authority means for an account; nothing when there is no such tenant. */
export function tenantOf(
  authority: string,
  account: WorldAccount,
  directory: WorldDirectory,
): string | undefined {
  return authority === 'organizations' || authority === 'common'
    ? account.homeTenantId
    : directory.resolve(decodeURIComponent(authority));
}

/** The same in every tenant: by this MSAL knows that a guest is the person of the home tenant. */
export function clientInfo(account: WorldAccount): string {
  return base64url({ uid: account.objectId, utid: account.homeTenantId });
}

function refuse(query: URLSearchParams, code: number): Reply {
  const { error, description } = entraError(code);
  return formPost(field(query, 'redirect_uri'), {
    error,
    error_description: description,
    state: field(query, 'state'),
  });
}
