import type { CommandKind } from '#shared/commands/command.ts';

/** The ways in. */
export type WayIn =
  | 'finder'
  | 'setup'
  | 'settings'
  | 'tray'
  | 'notice'
  | 'hotkey'
  | 'clipboard-hotkey'
  | 'second-start'
  | 'link'
  | 'status-notice'
  | 'command-line';

/**
 * SECURITY: which way in may ask for which command. A second start can only bring up the finder, a link only open
 * a customer; a later way in gets its own row here and nothing by default.
 */
const allowed: Readonly<Record<WayIn, readonly CommandKind[]>> = {
  finder: [
    'dropList',
    'open',
    'openLink',
    'openMany',
    'acknowledgeInstruction',
    'copy',
    'resetProfile',
    'closeBrowsers',
    'pinFinder',
    'stepUp',
    'askIncidents',
    'lookUpError',
    'forgetCustomer',
    'restoreCustomer',
    'addCustomer',
    'nameOwnTenant',
    'annotate',
    'confirmHost',
    'sync',
    'cancelSync',
    'signIn',
    'cancelSignIn',
    'hideFinder',
    'removeSamples',
    'showSettings',
    'handOver',
  ],
  setup: [
    'addSamples',
    'copyHelp',
    'lookUpError',
    'openAppRegistrations',
    'removeSamples',
    'toggleFinder',
    'signIn',
    'cancelSignIn',
    'importText',
    'dropList',
    'cancelImport',
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
    'askIncidents',
    'copyHelp',
    'copyReport',
    'showPlace',
    'stepUp',
    'lookUpError',
    'forgetCustomer',
    'restoreCustomer',
    'wipe',
    'lookForUpdate',
    'restartToUpdate',
    'sync',
    'cancelSync',
    'signIn',
    'cancelSignIn',
    'signOut',
    'endShift',
    'importText',
    'dropList',
    'cancelImport',
    'importFile',
    'previewImport',
    'importPlanned',
    'exportCustomers',
    'exportJournal',
    'deleteJournal',
    'handOver',
    'addCustomer',
    'nameOwnTenant',
    'removeCustomer',
    'annotate',
    'editCustomers',
    'acceptHeld',
    'refuseHeld',
    'changeSettings',
    'confirmHost',
    'unconfirmHost',
    'chooseBrowserProgram',
    'setBrowserArguments',
    'setCustomCommand',
    'chooseSharedList',
    'recordHotkey',
    'openAppRegistrations',
    'removeSamples',
    'showSetup',
  ],
  tray: [
    'open',
    'openClipboard',
    'sync',
    'cancelSync',
    'signIn',
    'cancelSignIn',
    'signOut',
    'endShift',
    'pauseHotkeys',
    'toggleFinder',
    'showSettings',
    'restartToUpdate',
    'quit',
  ],
  // A click on a notice about a customer's incident.
  notice: ['open', 'toggleFinder'],
  hotkey: ['toggleFinder'],
  'clipboard-hotkey': ['openClipboard'],
  'second-start': ['toggleFinder'],
  // A `tidegate://` link, or a portal link, that the system hands over: anybody may have written it.
  link: ['open', 'openLink', 'selectCustomers'],
  // A click on a notice about Tidegate itself.
  'status-notice': ['showSettings'],
  // Of this user alone: see entry/channel.
  'command-line': [
    'open',
    'openLink',
    'sync',
    'importFile',
    'previewImport',
    'exportCustomers',
    'toggleFinder',
    'wipe',
  ],
};

export function mayAsk(wayIn: WayIn, kind: CommandKind): boolean {
  return allowed[wayIn].includes(kind);
}
