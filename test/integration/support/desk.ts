import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createIdentity } from '../../../src/main/identity/create-identity.ts';
import type { Account, Identity } from '../../../src/main/identity/identity.ts';
import type { OpenPage } from '../../../src/main/identity/sign-in-attempt.ts';
import { signInPages } from '../../../src/main/identity/sign-in-page.ts';
import { apiHosts } from '../../../src/main/system/net/api-hosts.ts';
import { ElectronHttpClient } from '../../../src/main/system/net/electron-http-client.ts';
import type { HttpClient } from '../../../src/main/system/net/http-client.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { translator } from '#shared/locales/messages.ts';
import { scopeOf, signInScopes } from '#shared/settings/permissions.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/result.ts';
import { defaultSettings, type Settings } from '#shared/settings/settings.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { startWorld, type World, type WorldOptions } from '../../world/world.ts';
import { FakeVault } from './fake-vault.ts';
import { worldSession } from './world-session.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

export const armScope = scopeOf('azure-tenants', clouds.public);

/** An analyst's desk: a world, a data folder, a keyring, and a user who signs in as told. */
export class Desk {
  readonly vault = new FakeVault();
  readonly troubles: Problem[] = [];
  /** How often it was told that who has to sign in may have changed. */
  changes = 0;
  /** The addresses that were opened in the browser. */
  readonly opened: string[] = [];
  /** What the browser showed at the end. */
  readonly shown: string[] = [];
  /** Timers that were set and not called off. */
  readonly timers = new Set<() => void>();
  readonly world: World;
  readonly folder: string;
  /** Who signs in. */
  username: string;
  /** Milliseconds until an answer is given up; Tidegate's own unless a test waits for one that never comes. */
  timeout: number | undefined;
  /** What happens when the sign-in page is opened; by default the first account signs in. */
  openPage: OpenPage = async (address) => {
    void this.world.signInBy(address, this.username).then(({ body }) => this.shown.push(body));
    return ok(undefined);
  };

  constructor(world: World, folder: string) {
    this.world = world;
    this.username = world.accounts[0]?.username ?? '';
    this.folder = folder;
  }

  static async open(options: WorldOptions = { customers: 5 }): Promise<Desk> {
    return new Desk(await startWorld(options), await temporaryFolder('identity-'));
  }

  async close(): Promise<void> {
    await this.world.stop();
    await removeFolder(this.folder);
  }

  get homeTenant(): TenantId {
    return tenantId(this.world.home.tenantId);
  }

  customer(index: number): TenantId {
    return tenantId(this.world.customers[index]?.tenantId ?? '');
  }

  /** Tidegate's own way to ask, with the time-out of the moment. */
  http(): HttpClient {
    const [session, hosts] = [worldSession(this.world), apiHosts(clouds.public)];
    return { send: (request) => new ElectronHttpClient(session, hosts, this.timeout).send(request) };
  }

  /** A new process, as far as identity can tell: nothing is left but the folder and the keyring. */
  identity(change: Partial<Settings> = {}): Identity {
    const settings = { ...defaultSettings, clientId: this.world.clientId, ...change };
    return createIdentity(settings, {
      http: this.http(),
      vault: this.vault,
      scopes: () => signInScopes(settings, clouds.public),
      path: join(this.folder, 'data', 'tokens.bin'),
      openPage: (address, signal) => {
        this.opened.push(address);
        return this.openPage(address, signal);
      },
      pages: () => signInPages(translator('fr'), 'fr'),
      changed: () => (this.changes += 1),
      report: (trouble) => this.troubles.push(trouble),
      saved: () => undefined,
      schedule: (run) => {
        this.timers.add(run);
        return () => this.timers.delete(run);
      },
    });
  }

  async signedIn(identity: Identity): Promise<Account> {
    const account = await identity.signIn();
    if (!account.ok) throw new Error(JSON.stringify(account.error));
    return account.value;
  }

  tokenRequests(): number {
    return this.world.requests().filter(({ route }) => route === 'login.token').length;
  }

  files(): Promise<string[]> {
    return readdir(join(this.folder, 'data')).catch(() => []);
  }

  /** True if any token the world ever gave out can be found in any file of the folder. */
  async tokensOnDisk(): Promise<boolean> {
    const files = (await readdir(this.folder, { recursive: true, withFileTypes: true })).filter((f) =>
      f.isFile(),
    );
    const texts = await Promise.all(
      files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    return this.world.issuedTokens().some((token) => texts.some((text) => text.includes(token)));
  }
}

function tenantId(text: string): TenantId {
  const id = parseTenantId(text);
  if (id === undefined) throw new Error(`${text} is no tenant id.`);
  return id;
}
