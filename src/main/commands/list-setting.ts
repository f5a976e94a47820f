/** The setting that holds the place of a team's list. */
export function listSetting(of: 'hunts' | undefined): 'sharedList' | 'huntList' {
  return of === 'hunts' ? 'huntList' : 'sharedList';
}
