import { app, session, type Session } from 'electron';
import {
  closeNetwork,
  denyPermissions,
  forbidNavigation,
  forbidNetwork,
  silenceWebRtc,
} from './electron-lockdown.ts';

/** The name of the windows' session, for their preferences. */
export const windowPartition = 'windows';

/**
 * The session of our windows: nothing but our own files, and nothing kept on disk. SECURITY: the default session, which
 * nothing uses, is locked down as well; so is where windows may go.
 */
export function windowsSession(): Session {
  const windows = session.fromPartition(windowPartition, { cache: false });
  for (const each of [session.defaultSession, windows]) {
    denyPermissions(each);
    forbidNetwork(each);
    closeNetwork(each);
  }
  forbidNavigation(app);
  silenceWebRtc(app);
  return windows;
}

/** The session of main's API calls: no cookies, and no cache that would write answers to disk. */
export function netSession(): Session {
  const net = session.fromPartition('net', { cache: false });
  denyPermissions(net);
  net.setSpellCheckerEnabled(false);
  return net;
}
