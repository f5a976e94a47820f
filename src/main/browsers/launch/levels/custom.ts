import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { displayName } from '../../profiles/display-name.ts';
import { fillCommand, parseCommand } from '../custom-command.ts';
import type { LevelPlanner } from './level-planner.ts';

/** A program of the user's choice. Tidegate makes nothing for it and separates nothing. */
export const planCustom: LevelPlanner = ({ request, places, path }) => {
  const { tenantId, name, url, level, customCommand } = request;
  if (customCommand === null) return err(problem('custom-off', {}));
  const command = parseCommand(customCommand, places.platform);
  if (!command.ok) return command;
  const { executable, args } = command.value;
  return ok({
    customer: { tenantId, name },
    level,
    browser: { id: 'custom', name: path.basename(executable) },
    executable,
    args: fillCommand(args, { url, tenantId, name: displayName(name, tenantId) }),
    profile: null,
    url,
  });
};
