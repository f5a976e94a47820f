import type { CommandKind } from '../../shared/command.ts';
import type { ProblemKind } from '../../shared/problem.ts';

/** Problems that are over once this command has worked. */
export const endedBy: Readonly<Partial<Record<CommandKind, readonly ProblemKind[]>>> = {
  open: [
    'customer-unknown',
    'destination-incomplete',
    'no-browser',
    'browser-not-found',
    'browser-missing',
    'browser-not-started',
    'browser-exited',
    'profile-unwritable',
  ],
  signIn: [
    'sign-in-unconfigured',
    'sign-in-cancelled',
    'sign-in-timed-out',
    'sign-in-page-unopened',
    'sign-in-refused',
    'sign-in-needed',
    'tokens-unreadable',
    'client-id-invalid',
    'authority-invalid',
    'offline',
    'server-fault',
    'throttled',
  ],
};
