import type { Platform } from '../platform.ts';
import { formatAccelerator } from './key-label.ts';
import type { Translate } from '../locales/messages.ts';
import { problem, type Problem } from '../problems/problem.ts';
import type { HotkeyStatus } from '../status/status.ts';

/** Why no hotkey works; nothing while one does, or while none is wanted. */
export function hotkeyProblem({ active, instead, refused }: HotkeyStatus): Problem | undefined {
  if (active !== null || refused === null) return undefined;
  return instead === null
    ? problem('hotkey-taken', { hotkey: refused })
    : problem('hotkey-withheld', { hotkey: refused, command: instead });
}

/** The same problem with its keys as they are printed. */
export function inPrintedKeys(trouble: Problem, platform: Platform, t: Translate): Problem {
  if (!('hotkey' in trouble.values)) return trouble;
  const hotkey = formatAccelerator(trouble.values.hotkey, platform, t);
  return { ...trouble, values: { ...trouble.values, hotkey } } as Problem;
}
