import { realpath } from 'node:fs/promises';
import type { Platform } from '#shared/platform.ts';
import { isInterpreter } from './interpreters.ts';

/**
 * SECURITY: whether this path, or the file that it leads to through links, is a shell or an interpreter: `/bin/sh` is a
 * link to `dash` and any name may be one to `busybox`. A path that leads nowhere is judged by its name.
 */
export async function leadsToInterpreter(executable: string, platform: Platform): Promise<boolean> {
  if (isInterpreter(executable, platform)) return true;
  const real = await realpath(executable).catch(() => executable);
  return isInterpreter(real, platform);
}
