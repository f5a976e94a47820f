import type { CommandKind } from '../../shared/command.ts';
import type { ProblemKind } from '../../shared/problem.ts';
import type { SettingsPage } from '../../shared/settings-page.ts';

/** What is wrong with the registration to sign in with: a field of the settings. */
const settingsOfSignIn = [
  'sign-in-unconfigured',
  'client-id-invalid',
  'authority-invalid',
  'authority-unknown',
] as const satisfies readonly ProblemKind[];

/** Problems that are over once this command has worked. */
export const endedBy: Readonly<Partial<Record<CommandKind, readonly ProblemKind[]>>> = {
  open: [
    'customer-unknown',
    'destination-unknown',
    'destination-incomplete',
    'destination-elsewhere',
    'destination-own-tenant',
    'destination-access',
    'host-unconfirmed',
    'no-browser',
    'browser-not-found',
    'browser-missing',
    'browser-not-started',
    'browser-exited',
    'profile-unwritable',
    'browser-confined',
    'address-refused',
  ],
  signIn: [
    'sign-in-cancelled',
    'sign-in-timed-out',
    'sign-in-page-unopened',
    'sign-in-refused',
    'sign-in-needed',
    'mfa-needed',
    'access-blocked',
    'consent-missing',
    'tokens-unreadable',
    'offline',
    'proxy-refused',
    'server-fault',
    'throttled',
    'answer-invalid',
    'tokens-not-sealed',
    'domain-consumer',
    ...settingsOfSignIn,
  ],
  changeSettings: [...settingsOfSignIn],
};

/** Problems whose mending is a field of the settings, and the page that has it. */
export const mendedOn: ReadonlyMap<ProblemKind, SettingsPage> = new Map(
  settingsOfSignIn.map((kind) => [kind, 'accounts']),
);
