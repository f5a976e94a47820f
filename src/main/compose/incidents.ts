import type { Command } from '#shared/commands/command.ts';
import type { WayIn } from '../commands/entries.ts';
import { AskIncidents } from '../incidents/ask-incidents.ts';
import { DesktopNotices } from '../desktop/notices/electron-notices.ts';
import { IncidentNotices } from '../incidents/incident-notices.ts';
import { Presence } from '../incidents/electron-presence.ts';
import { IncidentRounds } from '../incidents/incident-rounds.ts';
import { PassingTokens } from '../incidents/passing-tokens.ts';
import { ApiClient } from '../system/net/api-client.ts';
import { patience } from '../system/net/retry.ts';
import type { Foundation } from './foundation.ts';
import type { Microsoft } from './microsoft.ts';

/** How long answers are gathered before windows hear of them, in milliseconds. */
const gatherTime = 500;

/** How long one of the questions asked at once rests after an answer, in milliseconds: at least, and at most. */
const breath = { least: 20, most: 60 };

/** How long changes of the list are gathered before a round follows them, in milliseconds: a sync makes many of them. */
const listTime = 1_000;

/** Runs something once, after so many milliseconds; returns what calls it off. */
function runLater(run: () => void, milliseconds: number): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

/** The count of customers' active incidents. */
export type Incidents = ReturnType<typeof buildIncidents>;

export function buildIncidents(
  { log, now, records: { directory, settings, usage }, status, texts }: Foundation,
  { cloud, http, identity }: Microsoft,
  ask: (command: Command, wayIn: WayIn) => void,
) {
  // A tenant that is busy is asked in a later round: nobody waits for it here.
  const api = new ApiClient(http, { ...patience, retries: 0 });
  const tokens = new PassingTokens(identity, () => Date.now());
  const asker = new AskIncidents({ api, tokens, cloud });
  const presence = new Presence();
  const failed = (error: unknown): void => log.error('counting incidents failed', error);
  const desktopNotices = new DesktopNotices((command) => ask(command, 'notice'));
  const incidentNotices = new IncidentNotices({
    settings: () => settings.current,
    find: (tenantId) => directory.find(tenantId),
    show: (notice) => desktopNotices.show(notice),
    t: () => texts.t,
    now,
    later: runLater,
  });
  const rounds = new IncidentRounds({
    settings: () => settings.current,
    customers: () => directory.customers(),
    accounts: () => status.current.accounts,
    recents: () => usage.current.recents,
    ask: (account, tenantId, signal) => asker.ask(account, tenantId, signal),
    forget: () => tokens.forget(),
    pause: () => presence.pause,
    signInHost: () => new URL(cloud().login).hostname,
    tell: (told) => status.update({ incidents: told }),
    counted: (...told) => incidentNotices.counted(...told),
    now: () => Date.now(),
    random: Math.random,
    everyMinute: (tick) => {
      const timer = setInterval(tick, 60_000);
      return () => clearInterval(timer);
    },
    soon: (run) => runLater(run, gatherTime),
    breathe: (run) => {
      setTimeout(run, breath.least + Math.random() * (breath.most - breath.least));
    },
    failed,
  });
  let listTimer: NodeJS.Timeout | undefined;
  const followList = (): void => {
    listTimer ??= setTimeout(() => {
      listTimer = undefined;
      rounds.follow();
    }, listTime);
  };
  const accounts = { known: status.current.accounts };
  const releases = [
    settings.onChange(() => rounds.follow()),
    directory.onChange(followList),
    status.onChange((current) => {
      if (current.accounts === accounts.known) return;
      accounts.known = current.accounts;
      rounds.follow();
    }),
  ];
  return {
    rounds,
    start(): void {
      presence.follow(() => rounds.tick());
      rounds.start();
    },
    close(): void {
      for (const release of releases) release();
      clearTimeout(listTimer);
      presence.close();
      incidentNotices.close();
      desktopNotices.close();
      rounds.close();
    },
  };
}
