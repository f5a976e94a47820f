import { win32 } from 'node:path';
import { runTool } from './run-tool.ts';

/** What `reg query` prints for a key of Windows' registry, with these arguments; nothing where the key is not there. */
export async function queryRegistry(
  environment: Readonly<Record<string, string | undefined>>,
  ...args: readonly string[]
): Promise<string> {
  // SECURITY: by its full path, or the current folder would be searched first.
  const reg = win32.join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  return (await runTool(reg, ['query', ...args])) ?? '';
}
