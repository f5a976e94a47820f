import { app, session, type Session } from 'electron';
import { denyPermissions, forbidNavigation, forbidNetwork } from './electron-lockdown.ts';

/** The name of the windows' session, for their preferences. */
export const windowPartition = 'windows';

export interface Sessions {
  /** For the API calls of main: no cookies, and no cache that would write answers to disk. */
  readonly net: Session;
  /** For our windows: nothing but our own files. */
  readonly windows: Session;
}

/** Neither session is kept on disk. SECURITY: the default session, which nothing uses, is locked down as well. */
export function lockedSessions(): Sessions {
  const net = session.fromPartition('net', { cache: false });
  const windows = session.fromPartition(windowPartition, { cache: false });
  for (const each of [session.defaultSession, net, windows]) denyPermissions(each);
  for (const each of [session.defaultSession, windows]) forbidNetwork(each);
  forbidNavigation(app);
  return { net, windows };
}
