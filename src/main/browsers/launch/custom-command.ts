import { posix, win32 } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { isInterpreter } from './interpreters.ts';

export interface CustomCommand {
  /** Absolute path. */
  readonly executable: string;
  /** The arguments, with their placeholders. */
  readonly args: readonly string[];
}

const placeholder = /\{([A-Za-z]+)\}/g;
const placeholders: ReadonlySet<string> = new Set(['url', 'tenantId', 'name']);
/** A whole argument, or all that stands behind `--option=`. */
const wholeValue = /^(?:--[A-Za-z0-9][A-Za-z0-9-]*=)?\{[A-Za-z]+\}$/;

/**
 * A command as the user writes it: words between spaces, double quotes around a word with spaces in it. No shell reads
 * it: `$`, `|`, `;` and a backslash mean themselves. Errors: `shell-refused` for a shell or an interpreter, whatever it is
 * given; `custom-invalid`, with what else is wrong.
 */
export function parseCommand(text: string, platform: Platform): Result<CustomCommand, Problem> {
  const words = splitWords(text);
  if (words === undefined) return invalid(text);
  const [executable = '', ...args] = words;
  const path = platform === 'win32' ? win32 : posix;
  // SECURITY: a full path, so that no folder on a search path or beside us decides what is started.
  if (!path.isAbsolute(executable) || (platform === 'win32' && !/^[A-Za-z]:\\/.test(executable))) {
    return invalid(executable);
  }
  // SECURITY: a shell would read its arguments as a program, and Windows gives a batch file to its shell.
  if (isInterpreter(executable, platform)) {
    return err(problem('shell-refused', { program: executable.slice(0, 200) }));
  }
  if (executable.includes('{')) return invalid(executable);
  const names = args.flatMap((arg) => [...arg.matchAll(placeholder)].map(([, name = '']) => name));
  const unknown = names.find((name) => !placeholders.has(name));
  if (unknown !== undefined) return invalid(`{${unknown}}`);
  // SECURITY: in the midst of other text a value would be a part of whatever the program reads there.
  const mixed = args.find((arg) => arg.search(placeholder) >= 0 && !wholeValue.test(arg));
  if (mixed !== undefined) return invalid(mixed);
  return names.includes('url') ? ok({ executable, args }) : invalid('{url}');
}

/**
 * Puts the values in. SECURITY: a value stays inside its own argument whatever it holds; a name that begins with a dash
 * cannot turn an argument into a switch.
 */
export function fillCommand(
  args: readonly string[],
  values: { readonly url: string; readonly tenantId: string; readonly name: string },
): string[] {
  return args.map((arg) => {
    const name = arg.startsWith('{name}') ? values.name.replace(/^[-/\s]+/, '') : values.name;
    return arg.replaceAll(placeholder, (whole, key: string) => {
      const all: Readonly<Record<string, string>> = { ...values, name };
      return all[key] ?? whole;
    });
  });
}

function splitWords(text: string): string[] | undefined {
  // What cannot be seen could make the command look like another one where the user is asked about it.
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) return undefined;
  const words: string[] = [];
  for (const [, quoted, bare] of text.matchAll(/"([^"]*)"(?=\s|$)|([^\s"]+)(?=\s|$)|\S+/g)) {
    const word = quoted ?? bare;
    if (word === undefined) return undefined;
    words.push(word);
  }
  return words;
}

function invalid(text: string): Result<never, Problem> {
  return err(problem('custom-invalid', { text: text.slice(0, 80) }));
}
