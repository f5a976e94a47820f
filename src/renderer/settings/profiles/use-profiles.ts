import { useEffect, useState } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { ProfilesReport } from '#shared/commands/profiles.ts';

/** The browser profiles on disk; null until they have been looked at. `look` looks again. */
export function useProfiles(api: Pick<TidegateApi, 'profiles' | 'onProfiles'>): {
  readonly report: ProfilesReport | null;
  readonly look: () => Promise<void>;
} {
  const [report, setReport] = useState<ProfilesReport | null>(null);
  const look = async (): Promise<void> => setReport(await api.profiles());
  useEffect(() => {
    void look();
    return api.onProfiles(setReport);
  }, []);
  return { report, look };
}
