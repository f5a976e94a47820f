import { armSubscriptionsRoute, armTenantsRoute } from './arm.ts';
import { createAuthority } from './authority.ts';
import { requestOf } from './client.ts';
import type { ClientInit, ClientReply } from './client.ts';
import { DeviceCodes } from './device-code.ts';
import { WorldDirectory } from './directory.ts';
import type { WorldAccount } from './directory.ts';
import { discoveryRoute } from './discovery.ts';
import { Dispatch } from './dispatch.ts';
import type { LoggedRequest } from './dispatch.ts';
import { json } from './exchange.ts';
import type { Route, RouteName } from './exchange.ts';
import type { Fault, FaultScope } from './faults.ts';
import { graphRoutes } from './graph.ts';
import { allHosts, foreignHost, graphHost, loginHost } from './hosts.ts';
import { portalRoutes } from './portal.ts';
import { hostResolverRules } from './resolver.ts';
import { WorldServer } from './server.ts';
import { signInBy } from './sign-in-by.ts';
import { SignIn } from './sign-in.ts';
import type { SignInAnswer } from './sign-in.ts';
import { guidFrom, makeCustomers } from './tenants.ts';
import type { WorldTenant } from './tenants.ts';
import { tokenRoute } from './token-endpoint.ts';
import { TokenMint } from './tokens.ts';
import { createVisitBook } from './visits.ts';
import type { Visit } from './visits.ts';

export interface WorldOptions {
  /** How many customers the provider has, up to 10,000. Default: 250. */
  readonly customers?: number;
  /** Rows per page of each list. Default: 150, which makes two pages of the default customers. */
  readonly pageSize?: number;
  /** So many customers, from the first, come from ARM without name and domains. Default: 0. */
  readonly blankGuests?: number;
  /** Lifetime of access tokens. Default: 3,600. */
  readonly tokenSeconds?: number;
  /** How far the world's clock is ahead of this machine's: its tokens and `Date` headers go by it. Default: 0. */
  readonly minutesAhead?: number;
  /** Default: any free one. */
  readonly port?: number;
}

/** A limit for what hangs: a browser's first start takes half a minute on a machine that has other things to do. */
const defaultWait = { timeoutMs: 60_000 };

/** Starts a local Microsoft on loopback. The caller stops it. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const authority = await createAuthority(allHosts);
  const world = new World(authority, options);
  await world.goOnline();
  return world;
}

/** One HTTPS server that answers for Microsoft's sign-in, Azure Resource Manager and portals. */
export class World {
  /** PEM. */
  readonly caCertificate: string;
  /** The one application that is registered here. */
  readonly clientId = guidFrom('the registered application');
  readonly directory: WorldDirectory;
  readonly #mint: TokenMint;
  readonly #signIn: SignIn;
  readonly #deviceCodes: DeviceCodes;
  readonly #visits = createVisitBook();
  readonly #dispatch: Dispatch;
  readonly #server: WorldServer;

  constructor(authority: Awaited<ReturnType<typeof createAuthority>>, options: WorldOptions) {
    this.caCertificate = authority.caCertificate;
    this.directory = new WorldDirectory(makeCustomers(options.customers ?? 250));
    const now = () => Date.now() + (options.minutesAhead ?? 0) * 60_000;
    this.#mint = new TokenMint(this.directory, options.tokenSeconds ?? 3600, now);
    this.#signIn = new SignIn(this.directory, this.clientId);
    this.#deviceCodes = new DeviceCodes(this.directory);
    const { directory, clientId } = this;
    const parts = {
      directory,
      clientId,
      signIn: this.#signIn,
      deviceCodes: this.#deviceCodes,
      mint: this.#mint,
    };
    const { pageSize = 150, blankGuests = 0 } = options;
    this.#dispatch = new Dispatch(
      [
        ...this.#signIn.routes(),
        ...this.#deviceCodes.routes(),
        tokenRoute(parts),
        discoveryRoute(directory),
        armTenantsRoute(directory, this.#mint, { pageSize, blankGuests }),
        armSubscriptionsRoute(directory, this.#mint, { pageSize, blankGuests }),
        ...graphRoutes(directory, this.#mint, { pageSize }),
        ...portalRoutes(directory, this.#visits),
        startPageRoute,
        foreignRoute,
        unknownRoute,
      ],
      now,
    );
    this.#server = new WorldServer(authority, this.#dispatch.handle, options.port ?? 0);
  }

  get port(): number {
    return this.#server.port;
  }

  /** The value for Chromium's switch of that name. */
  get hostResolverRules(): string {
    return hostResolverRules(this.port);
  }

  get home(): WorldTenant {
    return this.directory.home;
  }

  get customers(): readonly WorldTenant[] {
    return this.directory.customers;
  }

  /** The first reaches every customer, the second only its own tenant, the third is another provider’s: see WorldDirectory. */
  get accounts(): readonly WorldAccount[] {
    return this.directory.accounts;
  }

  /** What the next browsers find at the sign-in page. Default: they are asked. */
  answerSignIn(answer: SignInAnswer): void {
    this.#signIn.answer = answer;
  }

  /** Signs in from here instead of in a browser; null stands for Cancel. Resolves to the application's answer. */
  signInBy(authorizeUrl: string, username: string | null): Promise<ClientReply> {
    return signInBy(this, authorizeUrl, username);
  }

  /** As if the user had typed the code on the device page. */
  approveDevice(userCode: string, username: string): boolean {
    return this.#deviceCodes.approve(userCode, username);
  }

  /** Sets the clock of Microsoft's servers ahead of this computer's, by so many milliseconds. */
  setClockAhead(milliseconds: number): void {
    this.#mint.clockAhead = milliseconds;
    this.#dispatch.clockAhead = milliseconds;
  }

  /** Every refresh token is refused from now on (invalid_grant, bad_token). */
  revokeRefreshTokens(): void {
    this.#mint.revokeRefreshTokens();
  }

  /** Every token that was handed out, in order. */
  issuedTokens(): readonly string[] {
    return this.#mint.issued();
  }

  /** Asks the world over TLS by a production URL, as an application would. */
  request(url: string, init?: ClientInit): Promise<ClientReply> {
    return requestOf(this, url, init);
  }

  fault(route: RouteName, fault: Fault, scope?: FaultScope): void {
    this.#dispatch.faults.put(route, fault, scope);
  }

  /** Ends the faults of one route, or all. Requests that are kept waiting stay so until the world goes offline. */
  heal(route?: RouteName): void {
    this.#dispatch.faults.heal(route);
  }

  visits(): readonly Visit[] {
    return this.#visits.entries();
  }

  /** The first visit, past or to come, that fits. A visit is looked at again when its page has reported storage. */
  waitForVisit(fits: (visit: Visit) => boolean, options: { timeoutMs?: number } = {}): Promise<Visit> {
    return this.#visits.waitFor(fits, { ...defaultWait, ...options, what: 'such visit' });
  }

  /** Every request to every host, in order, with headers and body. */
  requests(): readonly LoggedRequest[] {
    return this.#dispatch.log.entries();
  }

  waitForRequest(
    fits: (request: LoggedRequest) => boolean,
    options: { timeoutMs?: number } = {},
  ): Promise<LoggedRequest> {
    return this.#dispatch.log.waitFor(fits, { ...defaultWait, ...options, what: 'such request' });
  }

  /** Cuts all connections and refuses new ones, with nothing forgotten. */
  async goOffline(): Promise<void> {
    await this.#server.close();
  }

  /** Listens again, on the same port. */
  async goOnline(): Promise<void> {
    await this.#server.listen();
  }

  async stop(): Promise<void> {
    await this.#server.close();
  }
}

/** Answers like a real site would, so that whoever follows a fault there is seen in the log. */
const foreignRoute: Route = {
  name: 'foreign',
  matches: ({ host }) => host === foreignHost,
  answer: () => json(200, { value: [] }),
};

/** The sign-in and Graph have no page of their own at `/`: they lead to one elsewhere. */
const startPageRoute: Route = {
  name: 'start-page',
  matches: ({ host, url }) => (host === loginHost || host === graphHost) && url.pathname === '/',
  answer: () => ({ status: 302, headers: { location: `https://${foreignHost}/` }, body: '' }),
};

const unknownRoute: Route = {
  name: 'unknown',
  matches: () => true,
  answer: ({ host, url }) =>
    json(404, { error: { code: 'NotFound', message: `The local world has no ${host}${url.pathname}.` } }),
};
