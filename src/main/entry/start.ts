import { resolve } from 'node:path';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { CommandLine } from './command-line/command-line.ts';
import { aliases, isOwnOption } from './command-line/command-shapes.ts';
import { parseCommandLine } from './command-line/parse-command-line.ts';
import { isTidegateLink } from '#shared/portals/links/tidegate-link.ts';
import { hiddenOption } from './hidden-option.ts';
import { isAllowedSwitch } from './runtime-switches.ts';

/** What a start of Tidegate asks for. */
export type Start =
  /** Start Tidegate, or show the finder if it runs. */
  | { readonly kind: 'plain' }
  /** Started by the system at login: show nothing. */
  | { readonly kind: 'hidden' }
  /** To open a link of Tidegate's own or of a portal; not read yet. */
  | { readonly kind: 'link'; readonly link: Result<string, Problem> }
  | {
      readonly kind: 'command-line';
      readonly line: Result<CommandLine, Problem>;
      readonly json: boolean;
    };

/**
 * The arguments of a start: without the executable; where Electron runs the application's folder, those behind it.
 * `folder`: absolute, and nothing in a package.
 */
export function argumentsOf(argv: readonly string[], folder: string | undefined): readonly string[] {
  if (folder === undefined) return argv.slice(1);
  return argv.slice(argv.findIndex((word, at) => at > 0 && resolve(word) === folder) + 1 || argv.length);
}

/** What stands before our own words: switches of Chromium and Electron, which these read themselves. */
export function runtimeSwitches(args: readonly string[]): readonly string[] {
  const first = args.findIndex(isOurs);
  return first < 0 ? args : args.slice(0, first);
}

/**
 * What the arguments of a start ask for. Ours begin with the first word that is no option, with an option of ours or
 * with `--`. What stands before them has to be a switch of the runtime's that a start may carry: a mistyped option that it passed
 * over in silence would run what was meant to be tried. A link comes alone: SECURITY: whatever stands behind one was put there
 * by whoever wrote the link.
 */
export function readStart(args: readonly string[]): Start {
  const switches = runtimeSwitches(args);
  const ours = args.slice(switches.length);
  const [first, ...more] = ours[0] === '--' ? ours.slice(1) : ours;
  if (first === undefined) return { kind: 'plain' };
  const stranger = switches.find((word) => !isAllowedSwitch(word));
  const unknown =
    stranger === undefined ? undefined : err(problem('option-unknown', { option: stranger.slice(0, 80) }));
  if (first === hiddenOption && more.length === 0 && unknown === undefined) return { kind: 'hidden' };
  if (isTidegateLink(first) || /^https?:/i.test(first)) {
    const [extra] = more;
    const alone =
      extra === undefined ? ok(first) : err(problem('argument-extra', { text: extra.slice(0, 80) }));
    return { kind: 'link', link: unknown ?? alone };
  }
  return { kind: 'command-line', line: unknown ?? parseCommandLine(ours), json: ours.includes('--json') };
}

/** What another start sent along; anything but a short list of short words counts as a plain start. */
export function readSecondStart(data: unknown): Start {
  const args = typeof data === 'object' && data !== null && 'args' in data ? data.args : undefined;
  const isList = Array.isArray(args) && args.length <= 64;
  if (!isList || !args.every((each) => typeof each === 'string' && each.length <= 10_000)) {
    return { kind: 'plain' };
  }
  return readStart(args as readonly string[]);
}

function isOurs(word: string): boolean {
  return (
    !word.startsWith('-') || word === '--' || word === hiddenOption || aliases.has(word) || isOwnOption(word)
  );
}
