/**
 * What Tidegate keeps in files, as messages name it to the user whose it is: the text `record.<name>`, and what becomes
 * of the user when it is lost, `record.<name>.lost`.
 */
export const recordNames = [
  /** All of it: the folder itself. */
  'everything',
  'settings',
  'own-list',
  'synced-list',
  'shared-list',
  'team-hunts',
  'notes',
  'usage',
  'journal',
  'profile-names',
  'profile-records',
  'sign-in',
] as const;

export type RecordName = (typeof recordNames)[number];
