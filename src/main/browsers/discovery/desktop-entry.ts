import { splitExec } from './exec-line.ts';

/** What a desktop file says about starting an application. */
export interface DesktopEntry {
  /** The program to start, without `env` and its assignments: a path or a bare name. Field codes are gone. */
  readonly program: string;
  readonly args: readonly string[];
  /** The file asks to be ignored unless this program is there. */
  readonly tryExec?: string;
}

const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };

/**
 * Reads a desktop file strictly, or nothing if it is none, is deleted (`Hidden`), is not an application, wants a
 * terminal or cannot be understood. `NoDisplay` is no reason: browsers register such entries for links.
 * Format: freedesktop.org Desktop Entry Specification 1.5.
 */
export function parseDesktopEntry(text: string): DesktopEntry | undefined {
  const keys = mainGroup(text);
  if (keys.get('Type') !== 'Application' || keys.get('Hidden') === 'true') return undefined;
  if (keys.get('Terminal') === 'true') return undefined;
  const exec = unescape(keys.get('Exec'));
  const words = exec === undefined ? undefined : splitExec(exec);
  if (words === undefined) return undefined;
  const command = withoutEnv(words);
  const [program, ...args] = command;
  if (program === undefined || program === '' || program.includes('=')) return undefined;
  const tryExec = unescape(keys.get('TryExec'));
  return { program, args, ...(tryExec ? { tryExec } : {}) };
}

/** Keys of the group `[Desktop Entry]`; of a repeated key the first, as a valid file has none twice. */
function mainGroup(text: string): Map<string, string> {
  const keys = new Map<string, string>();
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) {
      inside = line.trimEnd() === '[Desktop Entry]';
      continue;
    }
    const parts = inside ? /^([A-Za-z0-9-]+)\s*=\s*(.*?)\s*$/.exec(line) : null;
    const [, key, value] = parts ?? [];
    if (key !== undefined && value !== undefined && !keys.has(key)) keys.set(key, value);
  }
  return keys;
}

/** The escapes of every string value, undone before the quoting of Exec is looked at. */
function unescape(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  // What is no escape here may be one inside the quotes of Exec.
  return value.replaceAll(/\\(.)/gs, (whole, code: string) => escapes[code] ?? whole);
}

/** `env NAME=value ... program args` starts program. `env` with options of its own is not followed. */
function withoutEnv(words: readonly string[]): readonly string[] {
  const [first, ...rest] = words;
  if (first !== 'env' && first !== '/usr/bin/env' && first !== '/bin/env') return words;
  const start = rest.findIndex((word) => !/^[A-Za-z_][A-Za-z0-9_]*=/.test(word));
  return start < 0 || rest[start]?.startsWith('-') ? [] : rest.slice(start);
}
