import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { clouds } from '#shared/settings/cloud.ts';
import type { HttpAnswer, HttpClient } from '../../system/net/http-client.ts';
import { readJson } from '../../system/net/read-answer.ts';
import { runTool } from '../../system/process/run-tool.ts';

/** What of the computer around Tidegate it needs. */
export interface Surroundings {
  /** Room on the disk with the data, in megabytes; null when the system does not tell. */
  readonly freeMegabytes: number | null;
  /** The hosts that a sign-in and the lists need; none when nothing is asked of any. */
  readonly network: readonly Reached[];
  /** How many seconds this clock is ahead of Microsoft's, or behind; null when nobody has told. */
  readonly clockAhead: number | null;
  /** Whether something shows tray icons; null when it is not known. */
  readonly tray: boolean | null;
}

export interface Reached {
  readonly host: string;
  /** As the system names it, such as `PROXY proxy.example:8080`; null where there is none. */
  readonly proxy: string | null;
  /** Why it cannot be reached; null when it can. */
  readonly problem: Problem | null;
}

export interface SurroundingsOptions {
  readonly http: HttpClient;
  readonly hosts: readonly string[];
  /** As Electron's `session.resolveProxy`: `DIRECT`, or a list with the proxy first. */
  readonly resolveProxy: (url: string) => Promise<string>;
  readonly root: string;
  readonly platform: Platform;
  readonly now: () => Date;
}

/** Looks at disk, network, clock and tray at the same time. It sends no token, and writes nothing. */
export async function lookAround(options: SurroundingsOptions): Promise<Surroundings> {
  const { hosts, platform, root } = options;
  const [freeMegabytes, tray, answers] = await Promise.all([
    freeMegabytesOf(root),
    platform === 'linux' ? hasTrayHost() : null,
    Promise.all(hosts.map((host) => reach(host, options))),
  ]);
  const clocks = answers.flatMap(({ clockAhead }) => (clockAhead === null ? [] : [clockAhead]));
  return {
    freeMegabytes,
    network: answers.map(({ host, problem, proxy }) => ({ host, problem, proxy })),
    clockAhead: clocks[0] ?? null,
    tray,
  };
}

type Answered = Reached & Pick<Surroundings, 'clockAhead'>;

async function reach(host: string, { http, now, resolveProxy }: SurroundingsOptions): Promise<Answered> {
  const url = answeringAddress(host);
  const named = await resolveProxy(url).catch(() => 'DIRECT');
  const proxy = /^\s*DIRECT\b/i.test(named) ? null : (named.split(';')[0] ?? '').trim() || null;
  const answer = await http.send({ method: 'GET', url });
  const problem = answer.ok ? (pageInstead(host, answer.value) ?? null) : answer.error;
  // A page that stands in for the host tells another clock.
  const told = answer.ok && problem === null ? Date.parse(answer.value.headers['date'] ?? '') : Number.NaN;
  const clockAhead = Number.isNaN(told) ? null : Math.round((now().getTime() - told) / 1000);
  return { host, proxy, problem, clockAhead };
}

/**
 * What the host answers by itself, without a sign-in. Its `/` leads to a page elsewhere, as everything does in a guest
 * network: nobody could tell the two apart.
 */
function answeringAddress(host: string): string {
  for (const { graph, login, resourceManager } of Object.values(clouds)) {
    if (host === new URL(login).hostname) return `${login}/common/v2.0/.well-known/openid-configuration`;
    // Whoever shows no token is refused, and that is an answer.
    if (host === new URL(resourceManager).hostname)
      return `${resourceManager}/tenants?api-version=2022-12-01`;
    if (host === new URL(graph).hostname) return `${graph}/v1.0/contracts`;
  }
  return `https://${host}/`;
}

/** The sign-in page of a network, or the page of a proxy. Any other answer, a refusal too, is the host's own. */
function pageInstead(host: string, answer: HttpAnswer): Problem | undefined {
  const read = readJson(host, answer);
  return read.ok || read.error.kind !== 'page-instead' ? undefined : read.error;
}

/** Of the nearest folder above that is there. */
async function freeMegabytesOf(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.floor((bavail * bsize) / 1024 / 1024);
  } catch {
    const above = dirname(folder);
    return above === folder ? null : freeMegabytesOf(above);
  }
}

/** A desktop that shows tray icons has this name on its bus. */
async function hasTrayHost(): Promise<boolean | null> {
  const answer = await runTool('/usr/bin/gdbus', [
    ...['call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus'],
    ...['--method', 'org.freedesktop.DBus.NameHasOwner', 'org.kde.StatusNotifierWatcher'],
  ]);
  return answer === undefined ? null : answer.includes('true');
}
