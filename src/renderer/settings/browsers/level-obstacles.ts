import type { IsolationLevel } from '#shared/customer/isolation.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { BrowserStatus } from '#shared/status/status.ts';

/** Why customers at a level that is chosen could not be opened; each has a text, `isolation.obstacle.<name>`. */
export type LevelObstacle = 'noOwnProfile' | 'ownUnchosen' | 'customOff' | 'customEmpty';

type Chosen = Pick<Settings, 'isolation' | 'tagRules' | 'ownProfile' | 'customAllowed' | 'customCommand'>;

/** What stands in the way of the levels in use, for all customers or for a tag. `browser`: the one in force, if any. */
export function levelObstacles(
  settings: Chosen,
  browser: Pick<BrowserStatus, 'ownProfiles'> | undefined,
): readonly LevelObstacle[] {
  const levels = new Set<IsolationLevel | undefined>([
    settings.isolation,
    ...settings.tagRules.map(({ isolation }) => isolation),
  ]);
  const own = levels.has('own') ? ownObstacle(settings, browser) : undefined;
  const custom = levels.has('custom') ? customObstacle(settings) : undefined;
  return [own, custom].filter((obstacle) => obstacle !== undefined);
}

function ownObstacle(
  { ownProfile }: Chosen,
  browser: Pick<BrowserStatus, 'ownProfiles'> | undefined,
): LevelObstacle | undefined {
  if ((browser?.ownProfiles ?? []).length === 0) return 'noOwnProfile';
  return ownProfile === null ? 'ownUnchosen' : undefined;
}

function customObstacle({ customAllowed, customCommand }: Chosen): LevelObstacle | undefined {
  if (!customAllowed) return 'customOff';
  return customCommand === null ? 'customEmpty' : undefined;
}
