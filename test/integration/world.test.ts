import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PublicClientApplication } from '@azure/msal-node';
import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readStarts, writeBrowserWrapper } from '../world/browser.ts';
import { foreignHost } from '../world/hosts.ts';
import { msalNetwork } from '../world/msal-network.ts';
import { makeCustomers } from '../world/tenants.ts';
import { startWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';
import { itOnUnix } from '../support/systems.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const unixIt = itOnUnix({ twin: 'launch' });

const scopes = ['https://management.azure.com/user_impersonation'];
const tenantsUrl = 'https://management.azure.com/tenants?api-version=2022-12-01';
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

interface TenantsPage {
  readonly value: readonly { readonly tenantId: string; readonly displayName: string }[];
  readonly nextLink?: string;
}

let world: World;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.heal();
  world.answerSignIn({ kind: 'ask' });
});

function application(clientId = world.clientId): PublicClientApplication {
  return new PublicClientApplication({
    auth: { clientId, authority: 'https://login.microsoftonline.com/organizations' },
    system: { networkClient: msalNetwork(world) },
  });
}

const ada = (): string => world.accounts[0]?.username ?? '';
const ben = (): string => world.accounts[1]?.username ?? '';
const customer = (index: number): string => world.customers[index]?.tenantId ?? '';

async function signIn(
  app: PublicClientApplication,
  username: string | null = ada(),
): Promise<AuthenticationResult> {
  return app.acquireTokenInteractive({
    scopes,
    openBrowser: async (url) => {
      await world.signInBy(url, username);
    },
  });
}

function accountOf(result: AuthenticationResult): AccountInfo {
  if (result.account === null) throw new Error('MSAL gave no account.');
  return result.account;
}

function silentIn(app: PublicClientApplication, home: AuthenticationResult, tenantId: string) {
  return app.acquireTokenSilent({
    scopes,
    account: { ...accountOf(home), tenantId },
    authority: `https://login.microsoftonline.com/${tenantId}`,
  });
}

async function readTenants(token: string, url = tenantsUrl): Promise<TenantsPage> {
  const reply = await world.request(url, { headers: { authorization: `Bearer ${token}` } });
  expect(reply.status).toBe(200);
  return JSON.parse(reply.body) as TenantsPage;
}

const discover = async (reference: string) => {
  const url = `https://login.microsoftonline.com/${reference}/v2.0/.well-known/openid-configuration`;
  const reply = await world.request(url);
  return { status: reply.status, answer: JSON.parse(reply.body) as Record<string, string> };
};

/** A request that any fault of delivery can be tried on. */
const get = (): ReturnType<World['request']> =>
  world.request('https://login.microsoftonline.com/outlook.com/v2.0/.well-known/openid-configuration');

describe('signing in', () => {
  it('completes an interactive sign-in of MSAL with the account that was picked', async () => {
    const result = await signIn(application());
    expect(result.tenantId).toBe(world.home.tenantId);
    expect(accountOf(result).username).toBe(ada());
    expect(accountOf(result).homeAccountId).toBe(`${world.accounts[0]?.objectId}.${world.home.tenantId}`);
  });

  it('gives a guest a silent token for each customer, with one home account over all', async () => {
    const app = application();
    const home = await signIn(app);
    for (const tenantId of [customer(0), customer(1)]) {
      const guest = await silentIn(app, home, tenantId);
      expect(guest.tenantId).toBe(tenantId);
      expect(guest.accessToken).not.toBe(home.accessToken);
      expect(accountOf(guest).homeAccountId).toBe(accountOf(home).homeAccountId);
      expect(accountOf(guest).localAccountId).not.toBe(accountOf(home).localAccountId);
      expect((await silentIn(app, home, tenantId)).fromCache).toBe(true);
    }
  });

  it('refuses a token for a customer that the account does not reach', async () => {
    const app = application();
    const home = await signIn(app, ben());
    await expect(silentIn(app, home, customer(0))).rejects.toMatchObject({ errorCode: 'invalid_grant' });
  });

  it('tells the application when the user cancels', async () => {
    await expect(signIn(application(), null)).rejects.toMatchObject({ errorCode: 'access_denied' });
  });

  it('shows an error page that never returns to the application', async () => {
    world.answerSignIn({ kind: 'error-page', code: 50020 });
    await expect(signIn(application())).rejects.toThrow(/AADSTS50020/);
  });

  it('refuses an application that is not registered', async () => {
    const stranger = application('11111111-2222-4333-8444-555555555555');
    await expect(signIn(stranger)).rejects.toThrow(/AADSTS700016/);
  });

  it('answers at once when the browser has a session', async () => {
    world.answerSignIn({ kind: 'account', username: ben() });
    expect(accountOf(await signIn(application(), null)).username).toBe(ben());
  });

  it('completes a device code sign-in once the code has been typed', async () => {
    const result = await application().acquireTokenByDeviceCode({
      scopes,
      deviceCodeCallback: ({ userCode }) => {
        expect(world.approveDevice(userCode, ada())).toBe(true);
      },
    });
    expect(result?.tenantId).toBe(world.home.tenantId);
  });

  it('keeps a device code pending until the code has been typed', async () => {
    const base = 'https://login.microsoftonline.com/organizations/oauth2/v2.0';
    const post = (url: string, fields: Record<string, string>) =>
      world.request(url, { method: 'POST', body: new URLSearchParams(fields).toString() });
    const started = await post(`${base}/devicecode`, { client_id: world.clientId, scope: scopes.join(' ') });
    const { device_code } = JSON.parse(started.body) as { device_code: string };
    const polled = await post(`${base}/token`, {
      client_id: world.clientId,
      grant_type: 'device_code',
      device_code,
    });
    expect(polled.status).toBe(400);
    expect(JSON.parse(polled.body)).toMatchObject({ error: 'authorization_pending' });
  });

  it('refuses a code with a verifier that does not match, and a code that was used', async () => {
    const redirect = 'http://localhost:1';
    const authorize = new URL('https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize');
    authorize.search = new URLSearchParams({
      client_id: world.clientId,
      scope: scopes.join(' '),
      redirect_uri: redirect,
      response_mode: 'form_post',
      response_type: 'code',
      code_challenge_method: 'S256',
      code_challenge: 'x'.repeat(43),
      state: 's',
    }).toString();
    world.answerSignIn({ kind: 'account', username: ada() });
    const page = await world.request(authorize.href);
    const code = /name="code" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    const redeem = async (): Promise<unknown> => {
      const reply = await world.request('https://login.microsoftonline.com/organizations/oauth2/v2.0/token', {
        method: 'POST',
        body: new URLSearchParams({
          client_id: world.clientId,
          grant_type: 'authorization_code',
          redirect_uri: redirect,
          code,
          code_verifier: 'y'.repeat(43),
        }).toString(),
      });
      return {
        status: reply.status,
        codes: (JSON.parse(reply.body) as { error_codes: number[] }).error_codes,
      };
    };
    expect(await redeem()).toEqual({ status: 400, codes: [501481] });
    expect(await redeem()).toEqual({ status: 400, codes: [54005] });
  });
});

describe('discovery', () => {
  it('finds the tenant of each domain', async () => {
    for (const domain of world.customers[3]?.domains ?? []) {
      const { answer } = await discover(domain);
      expect(answer['issuer']).toBe(`https://login.microsoftonline.com/${customer(3)}/v2.0`);
    }
  });

  it('refuses a domain that is nobody’s', async () => {
    const { status, answer } = await discover('nobody.example');
    expect(status).toBe(400);
    expect(answer['error']).toBe('invalid_tenant');
    expect(answer['error_description']).toMatch(/^AADSTS90002/);
  });

  it('leads consumer domains to the tenant of personal accounts', async () => {
    const { answer } = await discover('outlook.com');
    expect(answer['issuer']).toContain('9188040d-6c67-4c5b-b112-36a304b66dad');
  });
});

describe('the list of tenants', () => {
  it('comes in pages that make up the own tenant and every customer, once each', async () => {
    const { accessToken } = await signIn(application());
    const seen: string[] = [];
    let pages = 0;
    for (let url: string | undefined = tenantsUrl; url !== undefined; pages += 1) {
      const page: TenantsPage = await readTenants(accessToken, url);
      seen.push(...page.value.map((each) => each.tenantId));
      url = page.nextLink;
    }
    expect(pages).toBe(2);
    expect(new Set(seen)).toEqual(new Set([world.home, ...world.customers].map((each) => each.tenantId)));
    expect(seen).toHaveLength(251);
  });

  it('shows an account without customers its own tenant only', async () => {
    const { accessToken } = await signIn(application(), ben());
    expect((await readTenants(accessToken)).value).toMatchObject([{ displayName: 'Tidewater Security' }]);
  });

  it('is refused without a token and with a token for another resource', async () => {
    const graph = await application().acquireTokenInteractive({
      scopes: ['https://graph.microsoft.com/User.Read'],
      openBrowser: async (url) => {
        await world.signInBy(url, ada());
      },
    });
    const forged = `${graph.accessToken.slice(0, -4)}AAAA`;
    const headers = [
      {},
      { authorization: `Bearer ${graph.accessToken}` },
      { authorization: `Bearer ${forged}` },
    ];
    for (const each of headers) {
      expect((await world.request(tenantsUrl, { headers: each })).status).toBe(401);
    }
  });

  it('leaves names and domains of some guests blank when told to', async () => {
    const other = await startWorld({ customers: 3, blankGuests: 1 });
    try {
      const app = new PublicClientApplication({
        auth: { clientId: other.clientId, authority: 'https://login.microsoftonline.com/organizations' },
        system: { networkClient: msalNetwork(other) },
      });
      const { accessToken } = await app.acquireTokenInteractive({
        scopes,
        openBrowser: async (url) => {
          await other.signInBy(url, ada());
        },
      });
      const reply = await other.request(tenantsUrl, { headers: { authorization: `Bearer ${accessToken}` } });
      const names = (JSON.parse(reply.body) as TenantsPage).value.map((each) => each.displayName);
      expect(names.filter((name) => name === '')).toHaveLength(1);
      expect(names).toHaveLength(4);
    } finally {
      await other.stop();
    }
  });

  it('has 10,000 customers with distinct ids, names and domains, the same every time', () => {
    const customers = makeCustomers(10_000);
    for (const key of ['tenantId', 'name', 'defaultDomain'] as const) {
      expect(new Set(customers.map((each) => each[key])).size).toBe(10_000);
    }
    expect(new Set(customers.flatMap((each) => each.domains)).size).toBe(20_000);
    expect(customers.filter((each) => !guid.test(each.tenantId))).toEqual([]);
    expect(makeCustomers(10_000)).toEqual(customers);
  });
});

describe('faults', () => {
  it('throttles as often as told, then answers again', async () => {
    world.fault('login.discovery', { kind: 'status', status: 429, retryAfterSeconds: 7 }, { times: 1 });
    const throttled = await get();
    expect([throttled.status, throttled.headers['retry-after']]).toEqual([429, '7']);
    expect((await get()).status).toBe(200);
  });

  it('cuts an answer in the middle', async () => {
    world.fault('login.discovery', { kind: 'cut' });
    await expect(get()).rejects.toThrow();
  });

  it('breaks JSON, lies about the content, redirects', async () => {
    world.fault('login.discovery', { kind: 'broken-json' }, { times: 1 });
    const broken = await get();
    expect(broken.headers['content-type']).toContain('json');
    expect(() => JSON.parse(broken.body) as unknown).toThrow(SyntaxError);

    world.fault('login.discovery', { kind: 'content-type' }, { times: 1 });
    expect((await get()).headers['content-type']).toContain('text/html');

    const location = `https://${foreignHost}/`;
    world.fault('login.discovery', { kind: 'redirect', location }, { times: 1 });
    expect((await get()).headers.location).toBe(location);
  });

  it('never answers, until it goes offline and cuts the connection', async () => {
    world.fault('login.discovery', { kind: 'silent' });
    const before = world.requests().length;
    const waiting = expect(get()).rejects.toThrow();
    await world.waitForRequest(({ id }) => id > before);
    await world.goOffline();
    await waiting;
    await expect(get()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await world.goOnline();
    world.heal();
    expect((await get()).status).toBe(200);
  });

  it('pages without end, or on to a foreign host', async () => {
    const { accessToken } = await signIn(application());
    world.fault('arm.tenants', { kind: 'endless-paging' });
    let url: string | undefined = tenantsUrl;
    for (let page = 0; page < 5; page += 1) {
      url = (await readTenants(accessToken, url)).nextLink;
      expect(url).toBeDefined();
    }
    world.heal('arm.tenants');
    world.fault('arm.tenants', { kind: 'foreign-next-link' });
    expect(new URL((await readTenants(accessToken)).nextLink ?? '').host).toBe(foreignHost);
  });

  it('hands out a token of the wrong tenant', async () => {
    const app = application();
    const home = await signIn(app);
    world.fault('login.token', { kind: 'wrong-tenant', tenantId: customer(5) });
    expect((await silentIn(app, home, customer(4))).tenantId).toBe(customer(5));
  });

  it('asks for more in one tenant only', async () => {
    const app = application();
    const home = await signIn(app);
    world.fault(
      'login.token',
      { kind: 'entra-error', code: 50076 },
      { when: ({ url }) => url.pathname.startsWith(`/${customer(0)}/`) },
    );
    await expect(silentIn(app, home, customer(0))).rejects.toMatchObject({
      name: 'InteractionRequiredAuthError',
      subError: 'basic_action',
    });
    expect((await silentIn(app, home, customer(1))).tenantId).toBe(customer(1));
  });

  it('posts a refusal of Conditional Access back to the application', async () => {
    world.fault('login.sign-in', { kind: 'entra-error', code: 53003 });
    await expect(signIn(application())).rejects.toThrow(/AADSTS53003/);
  });
});

describe('the records', () => {
  it('keep each request with its headers, so that a token on a foreign host would be found', async () => {
    const { accessToken } = await signIn(application());
    await world.request(`https://${foreignHost}/leak`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const leaked = world.requests().filter(({ host, headers }) => {
      const text = JSON.stringify(headers);
      return host === foreignHost && world.issuedTokens().some((token) => text.includes(token));
    });
    expect(leaked).toHaveLength(1);
  });

  it('tell of a visit to a portal, for which tenant and with what cookies', async () => {
    const waiting = world.waitForVisit(({ tid }) => tid === customer(7));
    const url = `https://security.microsoft.com/incidents?tid=${customer(7)}`;
    const page = await world.request(url, { headers: { cookie: `world-http-${customer(8)}=1` } });
    expect(page.body).toContain(customer(7));
    expect(String(page.headers['set-cookie'])).toContain('HttpOnly');
    const visit = await waiting;
    expect([visit.host, visit.path, visit.customer]).toEqual([
      'security.microsoft.com',
      '/incidents',
      world.customers[7]?.name,
    ]);
    expect(visit.cookieHeader).toContain(customer(8));
  });

  unixIt('tell of each start of a browser, byte for byte', async () => {
    const folder = await temporaryFolder('world-');
    try {
      const path = join(folder, 'bin', 'chromium');
      const starts = join(folder, "it's starts");
      const rules = world.hostResolverRules;
      await writeBrowserWrapper({ path, executable: '/bin/echo', hostResolverRules: rules, starts });
      const odd = [
        '--name=two words',
        "quote's",
        'new\nline',
        '',
        'https://security.microsoft.com/?tid=1&x=$HOME',
      ];
      const env = { PATH: process.env['PATH'] ?? '', ODD: 'a=b\nc' };
      const { stdout } = await promisify(execFile)(path, odd, { env });
      expect(stdout).toContain(`--host-resolver-rules=${rules} `);
      const [start, ...others] = await readStarts(starts);
      expect(others).toEqual([]);
      expect(start?.args).toEqual(odd);
      expect(start?.env).toEqual(env);
    } finally {
      await removeFolder(folder);
    }
  });
});
