import { randomBytes, randomInt } from 'node:crypto';
import type { WorldAccount, WorldDirectory } from './directory.ts';
import { entraErrorReply } from './entra-error.ts';
import { field, json } from './exchange.ts';
import type { Route } from './exchange.ts';
import { loginHost } from './hosts.ts';
import { escapeHtml, page } from './page.ts';

interface DeviceGrant {
  readonly userCode: string;
  readonly clientId: string;
  readonly scope: string;
  account: WorldAccount | undefined;
}

const startPath = /^\/([^/]+)\/oauth2\/v2\.0\/devicecode$/;
const pagePath = '/common/oauth2/deviceauth';

/** Sign-in on another device: a short code that somebody types into a page. */
export class DeviceCodes {
  readonly #grants = new Map<string, DeviceGrant>();
  readonly #directory: WorldDirectory;

  constructor(directory: WorldDirectory) {
    this.#directory = directory;
  }

  /** The grant of a device code: `account` is undefined while nobody has typed the user's code. */
  grant(deviceCode: string): Readonly<DeviceGrant> | undefined {
    return this.#grants.get(deviceCode);
  }

  /** As if the user had typed the code and picked the account. False if there is no such code or account. */
  approve(userCode: string, username: string): boolean {
    const grant = [...this.#grants.values()].find((each) => each.userCode === userCode.trim().toUpperCase());
    const account = this.#directory.account(username);
    if (grant === undefined || account === undefined) return false;
    grant.account = account;
    return true;
  }

  routes(): readonly Route[] {
    return [
      {
        name: 'login.device-code',
        matches: ({ method, host, url }) =>
          method === 'POST' && host === loginHost && startPath.test(url.pathname),
        answer: ({ body }, fault) => {
          if (fault?.kind === 'entra-error') return entraErrorReply(fault.code);
          const form = new URLSearchParams(body);
          const deviceCode = `world-device-${randomBytes(24).toString('base64url')}`;
          const userCode = Array.from({ length: 9 }, () => 'BCDFGHJKLMNPQRSTVWXZ'[randomInt(20)]).join('');
          this.#grants.set(deviceCode, {
            userCode,
            clientId: field(form, 'client_id'),
            scope: field(form, 'scope'),
            account: undefined,
          });
          const verification = `https://${loginHost}${pagePath}`;
          return json(200, {
            user_code: userCode,
            device_code: deviceCode,
            verification_uri: verification,
            expires_in: 900,
            interval: 1,
            message: `To sign in, open ${verification} and enter the code ${userCode}.`,
          });
        },
      },
      {
        name: 'login.device-page',
        matches: ({ host, url }) => host === loginHost && url.pathname === pagePath,
        answer: ({ method, body }) => {
          const form = new URLSearchParams(body);
          if (method !== 'POST') return this.#form();
          const approved = this.approve(field(form, 'code'), field(form, 'account'));
          const text = approved ? 'You have signed in. Close this page.' : 'That code is not known.';
          return page({ title: 'Device sign-in (local world)', body: `<main><h1>${text}</h1></main>` });
        },
      },
    ];
  }

  #form(): ReturnType<typeof page> {
    const accounts = this.#directory.accounts.map(
      ({ username }) =>
        `<p><button name="account" value="${escapeHtml(username)}">${escapeHtml(username)}</button></p>`,
    );
    return page({
      title: 'Device sign-in (local world)',
      body: `<main><form method="post"><label>Code <input name="code" required autofocus></label>${accounts.join('')}</form></main>`,
    });
  }
}
