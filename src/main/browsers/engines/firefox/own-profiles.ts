import type { OwnProfileStatus as OwnProfile } from '#shared/status/status.ts';

/**
 * The profiles in Firefox's `profiles.ini`: sections [Profile<n>] with Name, Path and IsRelative
 * (`toolkit/profile/nsToolkitProfileService.cpp`). The id is the path; a relative one is relative to the file's folder.
 */
export function readProfilesIni(text: string): OwnProfile[] {
  const profiles: OwnProfile[] = [];
  for (const section of text.split(/^\s*\[/m).slice(1)) {
    const [heading = '', ...lines] = section.split(/\r?\n/);
    if (!/^Profile\d+\]/.test(heading)) continue;
    const keys = new Map(
      lines.flatMap((line): [string, string][] => {
        const [, key, value] = /^([A-Za-z]+)=(.*)$/.exec(line.trim()) ?? [];
        return key === undefined || value === undefined ? [] : [[key, value]];
      }),
    );
    const path = keys.get('Path');
    if (path === undefined || path === '' || /\p{Cc}/u.test(path)) continue;
    // SECURITY: below the folder of the file; a path elsewhere is not one that Firefox made by itself.
    if (
      keys.get('IsRelative') !== '1' ||
      path.split(/[\\/]/).includes('..') ||
      /^([\\/]|[A-Za-z]:)/.test(path)
    )
      continue;
    profiles.push({ id: path, name: keys.get('Name') ?? path });
  }
  return profiles.sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
