import { isObject, parseObject } from '#shared/text/json-object.ts';
import type { OwnProfileStatus as OwnProfile } from '#shared/status/status.ts';

/**
 * The profiles named in Chromium's `Local State`, by name. Keys: `profile.info_cache.<folder>.name`, `.user_name`
 * (`chrome/browser/profiles/profile_attributes_entry.cc`). A folder's name that could lead elsewhere is left out.
 */
export function readLocalState(text: string): OwnProfile[] {
  const profile = parseObject(text)?.['profile'];
  const cache = isObject(profile) && isObject(profile['info_cache']) ? profile['info_cache'] : {};
  return Object.entries(cache)
    .flatMap(([folder, entry]): OwnProfile[] => {
      // SECURITY: one step of a path, and never a way up.
      if (!isObject(entry) || !/^[^/\\:*?"<>|\p{Cc}]{1,100}$/u.test(folder) || /^\.+$/.test(folder))
        return [];
      const { name, user_name: account } = entry;
      return [
        {
          id: folder,
          name: typeof name === 'string' && name !== '' ? name : folder,
          ...(typeof account === 'string' && account !== '' && { account }),
        },
      ];
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
