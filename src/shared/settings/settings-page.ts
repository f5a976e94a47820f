/** The pages of the settings window, in the order in which its list shows them. The windows' side has a row for each. */
export const settingsPages = [
  'general',
  'finder',
  'accounts',
  'sources',
  'customers',
  'portals',
  'hunts',
  'browsers',
  'profiles',
  'journal',
  'help',
  'about',
] as const;

export type SettingsPage = (typeof settingsPages)[number];
