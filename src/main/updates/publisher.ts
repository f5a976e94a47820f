import { execFile } from 'node:child_process';
import { win32 } from 'node:path';
import { isObject } from '#shared/text/json-object.ts';

/** Asks Windows about a file's signature; undefined when Windows cannot be asked. */
export type AskSignature = (file: string) => Promise<string | undefined>;

/**
 * Why an installer is not taken; null when one of `publishers` has signed it and Windows trusts that. A name is a whole
 * distinguished name, or the common name alone. SECURITY: whatever cannot be asked or read is a no: electron-updater's own check
 * lets an installer pass where PowerShell is missing or forbidden.
 */
export async function whyNotPublished(
  publishers: readonly string[],
  file: string,
  ask: AskSignature,
): Promise<string | null> {
  const text = await ask(file);
  if (text === undefined) return 'Windows could not be asked who signed it';
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return 'Windows’ answer is not understood';
  }
  if (!isObject(said)) return 'Windows’ answer is not understood';
  const { path, status, subject } = said;
  if (status !== 0) return `its signature is not valid (${String(status)})`;
  if (typeof path !== 'string' || win32.normalize(path).toLowerCase() !== win32.normalize(file).toLowerCase())
    return 'Windows looked at another file';
  if (typeof subject !== 'string') return 'its signature names nobody';
  const signer = nameParts(subject);
  const matches = publishers.some((publisher) => {
    const wanted = nameParts(publisher);
    if (wanted.size === 0) return publisher !== '' && signer.get('CN') === publisher;
    return [...wanted].every(([key, value]) => signer.get(key) === value);
  });
  return matches ? null : `it is signed by ${subject}`;
}

/** The parts of a distinguished name (RFC 2253) as Windows writes it; empty when the text is none. The first of a kind counts. */
export function nameParts(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const part = /\s*([A-Za-z][\w.]*)=("(?:[^"]|"")*"|(?:\\.|[^,+;"\\])*)\s*(?:[,+;]|$)/y;
  while (part.lastIndex < text.length) {
    const [, key = '', value = ''] = part.exec(text) ?? [];
    if (key === '') return new Map();
    const plain = value.startsWith('"')
      ? value.slice(1, -1).replaceAll('""', '"')
      : value.trim().replaceAll(/\\(.)/g, '$1');
    if (!parts.has(key.toUpperCase())) parts.set(key.toUpperCase(), plain);
  }
  return parts;
}

// The file's name is no part of the command, so nothing in it can become one. Where an administrator has restricted PowerShell's
// language, the encoding cannot be set: a name in other letters is refused then, and one in plain letters is read.
const command =
  '$ErrorActionPreference = "Stop"; try { [Console]::OutputEncoding = [Text.Encoding]::UTF8 } catch { } ' +
  '$s = Get-AuthenticodeSignature -LiteralPath $env:TIDEGATE_UPDATE_FILE; ' +
  '@{ status = [int]$s.Status; path = $s.Path; subject = $s.SignerCertificate.Subject } | ConvertTo-Json -Compress';

/** Asks Windows PowerShell, by its full path and without anything of the user's. `env`: the environment of Tidegate. */
export function askPowerShell(env: Readonly<Record<string, string | undefined>>): AskSignature {
  const system = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32');
  const powershell = win32.join(system, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const args = [
    '-NoProfile',
    '-NonInteractive',
    '-InputFormat',
    'None',
    '-ExecutionPolicy',
    'Bypass',
    '-Command',
    command,
  ];
  return (file) =>
    new Promise((resolve) => {
      const own = { ...env, TIDEGATE_UPDATE_FILE: file };
      // SECURITY: modules that a user could have put there are not looked for.
      const modules = { PSModulePath: win32.join(win32.dirname(powershell), 'Modules') };
      execFile(
        powershell,
        args,
        { shell: false, windowsHide: true, timeout: 60_000, env: { ...own, ...modules } },
        (error, stdout, stderr) => resolve(error !== null || stderr.trim() !== '' ? undefined : stdout),
      );
    });
}
