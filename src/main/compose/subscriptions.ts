import { packDelta } from '#shared/commands/packed-delta.ts';
import { windowTexts } from '#shared/locales/messages.ts';
import { problem } from '#shared/problems/problem.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Accounts } from '../commands/accounts.ts';
import { hotkeySettings } from '../desktop/hotkey/hotkeys.ts';
import type { ElectronIpc } from '../desktop/ipc/electron-ipc.ts';
import type { Autostart } from './autostart.ts';
import type { Customers } from './customers.ts';
import type { Foundation } from './foundation.ts';
import type { Microsoft } from './microsoft.ts';
import type { Profiles } from './profiles.ts';
import type { TeamHunts } from '../state/hunts/team-hunts.ts';
import type { Retention } from '../state/journal/retention.ts';
import type { Updates } from '../updates/updates.ts';
import type { Windows } from './windows.ts';

interface Options {
  readonly foundation: Foundation;
  readonly ipc: Pick<ElectronIpc, 'tell'>;
  readonly identity: Microsoft['identity'];
  readonly accounts: Accounts;
  readonly customers: Customers;
  readonly profiles: Profiles;
  readonly teamHunts: TeamHunts;
  readonly windows: Windows;
  readonly updates: Pick<Updates, 'follow'>;
  readonly retention: Pick<Retention, 'follow'>;
  readonly autostart: Pick<Autostart, 'follow'>;
}

/** Tells windows, tray and services of each change that concerns them. Returns what ends that. */
export function subscribe({
  accounts,
  autostart,
  customers,
  foundation,
  identity,
  ipc,
  profiles,
  retention,
  teamHunts,
  updates,
  windows,
}: Options): () => void {
  const { inBackground, records, status, texts } = foundation;
  const { followSharedList, sharedList, sources, sync } = customers;
  const { followList, followTheme, hotkeys, renderTray, showProgress, tellNotices } = windows;

  async function followIdentity(current: Settings): Promise<void> {
    const followed = await identity.follow(current);
    if (!followed.ok && followed.error.kind !== 'tokens-not-kept') status.report(followed.error);
    await accounts.refresh();
    const sourcesFollowed = await sources.follow(current);
    if (!sourcesFollowed.ok) status.report(sourcesFollowed.error);
    await followSharedList.follow(current.sharedList, current.sharedListEncoding);
  }

  const releases = [
    records.directory.onChange((delta) => {
      ipc.tell('list:changed', packDelta(delta));
      // The status has the time of the last sync from the observations, which have just changed.
      status.update({ sync: sync.status });
      followList(delta);
    }),
    sharedList.onChange(({ held, leftOut, told }) => {
      status.update({ held, leftOut, sharedListTold: told });
      const [first] = held;
      if (first) status.report(problem('shared-list-held', { customer: first.name }));
      else status.resolve('shared-list-held');
    }),
    records.usage.onChange((current) => {
      ipc.tell('usage:changed', current);
      renderTray();
    }),
    profiles.keeper.onChange((report) => ipc.tell('profiles:changed', report, 'settings')),
    status.onChange((current) => {
      ipc.tell('status:changed', current);
      renderTray();
      showProgress();
      tellNotices();
    }),
    teamHunts.onChange(({ hunts, problem: trouble }) =>
      status.update({ teamHunts: hunts, teamHuntsProblem: trouble }),
    ),
    sync.onChange((current) => {
      status.update({ sync: current });
      inBackground(teamHunts.followSync(current.running), 'reading the hunts of the team');
    }),
    ...hotkeySettings.map((name) =>
      hotkeys[name].onChange(() => {
        status.resolve('hotkey-taken', 'hotkey-withheld');
        status.update({ [name]: hotkeys[name].status });
        for (const each of Object.values(hotkeys)) status.report(each.problem);
      }),
    ),
    records.settings.onChange((current) => {
      const { browserPath } = status.current.settings;
      texts.follow(current.language);
      followTheme();
      if (texts.language !== status.current.language) ipc.tell('texts:changed', windowTexts(texts.language));
      status.update({ settings: current, language: texts.language });
      records.directory.nameOwnTenant(current.ownTenant);
      inBackground(followIdentity(current), 'following the settings of sign-in');
      inBackground(teamHunts.follow(current.huntList), 'reading the hunts of the team');
      updates.follow(current.updates);
      inBackground(retention.follow(), 'taking old lines out of the journal');
      inBackground(autostart.follow(current.startAtLogin), 'starting with the session');
      profiles.tellChosen();
      if (current.browserPath !== browserPath) inBackground(profiles.discover(), 'the look for browsers');
      renderTray();
    }),
  ];
  return () => {
    for (const release of releases) release();
  };
}
