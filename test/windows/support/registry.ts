import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names of keys with what is in them; the key's own value has the name ''. Numbers become REG_DWORD. */
export type Keys = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

const escaped = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;

function lineOf([name, value]: readonly [string, string | number]): string {
  const data = typeof value === 'number' ? `dword:${value.toString(16).padStart(8, '0')}` : escaped(value);
  return `${name === '' ? '@' : escaped(name)}=${data}`;
}

/** Writes keys into the registry of this lane's Windows. */
export function writeRegistry(keys: Keys): void {
  const blocks = Object.entries(keys).map(([key, values]) =>
    [`[${key}]`, ...Object.entries(values).map(lineOf), ''].join('\r\n'),
  );
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  const file = join(folder, 'keys.reg');
  writeFileSync(
    file,
    `\uFEFFWindows Registry Editor Version 5.00\r\n\r\n${blocks.join('\r\n')}\r\n`,
    'utf16le',
  );
  execFileSync('reg.exe', ['import', file], { stdio: 'ignore' });
  rmSync(folder, { recursive: true });
}

/** A key with all that is in it, where it is there. */
export function clearRegistryKey(key: string): void {
  spawnSync('reg.exe', ['delete', key, '/f'], { stdio: 'ignore' });
}

export function deleteRegistryKey(key: string): void {
  execFileSync('reg.exe', ['delete', key, '/f'], { stdio: 'ignore' });
}
