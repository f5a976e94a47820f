import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, win32 } from 'node:path';
import { isObject } from '#shared/text/json-object.ts';
import { runTool } from './run-tool.ts';
import type { Environment } from './start-environment.ts';

export interface WindowsProcess {
  readonly pid: number;
  /** The command line as it was started; '' where this user may not read it. */
  readonly commandLine: string;
}

/**
 * Only cmdlets, so that it runs where an administrator allows no more. The result goes to a file: what is printed is in
 * the console's code page and loses letters.
 */
const script =
  'Get-CimInstance -ClassName Win32_Process -Property ProcessId,CommandLine' +
  ' | Select-Object -Property ProcessId,CommandLine | ConvertTo-Json -Compress' +
  ' | Set-Content -LiteralPath $env:TIDEGATE_PROCESSES -Encoding UTF8';

/** The processes of this Windows, by its own PowerShell; nothing when it does not tell. Takes about a second. */
export async function listProcesses(
  environment: Environment,
): Promise<readonly WindowsProcess[] | undefined> {
  // SECURITY: by its full path, or the current folder would be searched first.
  const tools = win32.join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32');
  const powershell = win32.join(tools, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  let folder: string | undefined;
  try {
    // SECURITY: in a folder that this call makes, for this user alone.
    folder = await mkdtemp(join(tmpdir(), 'tidegate-processes-'));
    const file = join(folder, 'processes.json');
    const args = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script];
    if ((await runTool(powershell, args, { TIDEGATE_PROCESSES: file })) === undefined) return undefined;
    return readProcesses(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What the script above writes: a list, or a single process, after a byte order mark. Nothing when it is neither. */
export function readProcesses(text: string): readonly WindowsProcess[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
  if (!Array.isArray(value) && !isObject(value)) return undefined;
  return [value].flat().flatMap((each): WindowsProcess[] => {
    if (!isObject(each)) return [];
    const { CommandLine: commandLine, ProcessId: pid } = each;
    // 0 and 4 are Windows itself.
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 4) return [];
    return [{ pid, commandLine: typeof commandLine === 'string' ? commandLine : '' }];
  });
}
