import type { CommandKind } from '../../shared/command.ts';

/** The ways in. */
export type Entry = 'finder' | 'setup' | 'settings' | 'tray' | 'hotkey' | 'second-start';

/**
 * SECURITY: which way in may ask for which command. What comes from outside the application (a second start) can
 * only bring up the finder; a later way in gets its own row here and nothing by default.
 */
const allowed: Readonly<Record<Entry, readonly CommandKind[]>> = {
  finder: [
    'open',
    'openLink',
    'openMany',
    'acknowledgeInstruction',
    'copy',
    'resetProfile',
    'closeBrowsers',
    'pinFinder',
    'stepUp',
    'lookUpError',
    'forgetCustomer',
    'addCustomer',
    'annotate',
    'sync',
    'cancelSync',
    'signIn',
    'cancelSignIn',
    'hideFinder',
    'showSettings',
  ],
  setup: [
    'lookUpError',
    'signIn',
    'cancelSignIn',
    'importText',
    'importFile',
    'addCustomer',
    'changeSettings',
    'recordHotkey',
  ],
  settings: [
    'open',
    'clearProfile',
    'deleteProfiles',
    'checkAccess',
    'cancelCheckAccess',
    'copyHelp',
    'stepUp',
    'lookUpError',
    'forgetCustomer',
    'wipe',
    'sync',
    'cancelSync',
    'signIn',
    'cancelSignIn',
    'signOut',
    'endShift',
    'importText',
    'importFile',
    'previewImport',
    'importPlanned',
    'exportCustomers',
    'addCustomer',
    'removeCustomer',
    'annotate',
    'acceptHeld',
    'refuseHeld',
    'changeSettings',
    'recordHotkey',
  ],
  tray: [
    'open',
    'sync',
    'cancelSync',
    'signIn',
    'cancelSignIn',
    'signOut',
    'endShift',
    'toggleFinder',
    'showSettings',
    'quit',
  ],
  hotkey: ['toggleFinder'],
  'second-start': ['toggleFinder'],
};

export function mayAsk(entry: Entry, kind: CommandKind): boolean {
  return allowed[entry].includes(kind);
}
