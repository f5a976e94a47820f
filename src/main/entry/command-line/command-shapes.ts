import type { CommandName } from './command-line.ts';

/** What a command takes, as data: the parser, and the message of what is missing, read it. */
export interface Shape {
  /** The name of its one argument, in capitals as usage lines have it; absent when it takes none. */
  readonly argument?: string;
  readonly flags: readonly string[];
  /** Options that a value follows. */
  readonly valued: readonly string[];
}

const plain: Shape = { flags: ['--json'], valued: [] };

export const shapes: Readonly<Record<CommandName, Shape>> = {
  help: plain,
  version: plain,
  open: {
    argument: 'CUSTOMER',
    flags: ['--json', '--dry-run'],
    valued: ['--page', '--browser', '--isolation'],
  },
  list: plain,
  import: { argument: 'FILE', flags: ['--json', '--dry-run'], valued: ['--encoding'] },
  export: { argument: 'FILE', flags: ['--json'], valued: [] },
  sync: plain,
  toggle: plain,
  pages: plain,
  doctor: plain,
  wipe: { flags: ['--json', '--yes'], valued: [] },
};

/** Commands that are written as options, or were called otherwise before version 1. */
export const aliases: ReadonlyMap<string, CommandName> = new Map([
  ['--help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
  ['-v', 'version'],
  ['portals', 'pages'],
]);

/** What an option is called; `--portal` is its name from before version 1. */
export function optionNamed(word: string): string {
  return word === '--portal' ? '--page' : word;
}

const flags: ReadonlySet<string> = new Set(Object.values(shapes).flatMap((shape) => shape.flags));
const valued: ReadonlySet<string> = new Set(Object.values(shapes).flatMap((shape) => shape.valued));

/** True for an option that some command takes, alone or with a value behind an equals sign. */
export function isOwnOption(word: string): boolean {
  const [name = ''] = word.split('=', 1);
  return flags.has(name) || valued.has(optionNamed(name));
}

/** True for an option whose value is the next word. */
export function takesNextWord(word: string): boolean {
  return valued.has(optionNamed(word));
}
