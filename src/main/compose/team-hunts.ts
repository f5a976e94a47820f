import type { Session } from 'electron';
import { readPlace } from '../customers/shared-list/read-place.ts';
import type { Files } from '../system/files/files.ts';
import { teamHuntsFile } from '../state/hunts/team-hunts-store.ts';
import { TeamHunts } from '../state/hunts/team-hunts.ts';
import { ElectronHttpClient } from '../system/net/electron-http-client.ts';
import type { Foundation } from './foundation.ts';

/** A team's hunts, read from their place as the shared list of customers is. */
export function buildTeamHunts(
  { paths, records: { settings } }: Foundation,
  net: Session,
  files: Pick<Files, 'read'>,
): TeamHunts {
  const reader = { files, clientFor: (host: string) => new ElectronHttpClient(net, new Set([host])) };
  return new TeamHunts({
    place: () => settings.current.huntList,
    file: teamHuntsFile(paths.teamHunts),
    read: (place, known, signal) => readPlace(place, known, reader, signal),
  });
}
