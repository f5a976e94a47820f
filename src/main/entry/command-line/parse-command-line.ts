import { isolationLevels } from '#shared/customer/isolation.ts';
import { isCatalogueId } from '#shared/portals/catalogue-ids.ts';
import { listEncodings } from '#shared/imports/list-encoding.ts';
import type { PageId } from '#shared/portals/page.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { listEncodingOf } from '../../customers/formats/encoding-label.ts';
import type { CommandLine, CommandName } from './command-line.ts';
import { aliases, optionNamed, shapes, type Shape, isOwnOption, takesNextWord } from './command-shapes.ts';

const cut = (text: string): string => text.slice(0, 80);

/**
 * Reads what was typed behind `tidegate`. Options may stand before or behind the command and the argument, their values
 * behind a space or an equals sign; behind `--` everything is argument. Whatever is not understood makes the whole line
 * void. Errors: `command-missing`, `command-unknown`, `option-unknown`, `option-invalid`, `argument-missing`,
 * `argument-extra`, `export-format-unknown`.
 */
export function parseCommandLine(words: readonly string[]): Result<CommandLine, Problem> {
  const ordered = commandFirst(words);
  if (!ordered.ok) return ordered;
  const [first = '', ...rest] = ordered.value;
  const name = aliases.get(first) ?? (Object.hasOwn(shapes, first) ? (first as CommandName) : undefined);
  if (name === undefined) return err(problem('command-unknown', { text: cut(first) }));
  // `tidegate open --help` means what it says.
  if (rest.some((word) => aliases.get(word) === 'help')) return ok({ command: 'help', json: false });
  const read = readWords(rest, shapes[name]);
  return read.ok ? build(name, read.value) : read;
}

/**
 * The same line with its command in front, so that an option before the command means what it means behind it: a
 * `--dry-run` that was typed too early must never be a run in earnest. Errors: `option-unknown`, `command-missing`.
 */
function commandFirst(words: readonly string[]): Result<readonly string[], Problem> {
  const before: string[] = [];
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (word === '--') {
      const [command, ...rest] = left;
      return command === undefined ? missing : ok([command, ...before, '--', ...rest]);
    }
    if (!word.startsWith('-') || word === '-' || aliases.has(word)) return ok([word, ...before, ...left]);
    if (!isOwnOption(word)) return err(problem('option-unknown', { option: word.slice(0, 80) }));
    before.push(word);
    const value = takesNextWord(word) ? left.shift() : undefined;
    if (value !== undefined) before.push(value);
  }
  return missing;
}

const missing = err(problem('command-missing', {}));

interface Words {
  readonly argument: string;
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

function readWords(words: readonly string[], shape: Shape): Result<Words, Problem> {
  const args: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const left = [...words];
  let onlyArguments = false;
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    if (onlyArguments || !word.startsWith('-') || word === '-') args.push(word);
    else if (word === '--') onlyArguments = true;
    else if (shape.flags.includes(word)) flags.add(word);
    else {
      const [, written = word, inline] = /^(--[a-z-]+)=(.*)$/s.exec(word) ?? [];
      const option = optionNamed(written);
      if (!shape.valued.includes(option)) return err(problem('option-unknown', { option: cut(option) }));
      const value = inline ?? left.shift() ?? '';
      if (value === '' || values.has(option)) {
        return err(problem('option-invalid', { option, value: cut(value), allowed: allowed(option) }));
      }
      values.set(option, value);
    }
  }
  const extra = args[shape.argument === undefined ? 0 : 1];
  if (extra !== undefined) return err(problem('argument-extra', { text: cut(extra) }));
  return ok({ argument: args[0] ?? '', flags, values });
}

function build(name: CommandName, { argument, flags, values }: Words): Result<CommandLine, Problem> {
  const json = flags.has('--json');
  const dryRun = flags.has('--dry-run');
  const wanted = shapes[name].argument;
  if (wanted !== undefined && argument.trim() === '') {
    return err(problem('argument-missing', { usage: `tidegate ${name} ${wanted}` }));
  }
  switch (name) {
    case 'open':
      return buildOpen(argument, values, { json, dryRun });
    case 'import':
      return buildImport(argument, values.get('--encoding'), { json, dryRun });
    case 'export': {
      const format = /\.(csv|json)$/i.exec(argument)?.[1]?.toLowerCase();
      if (format !== 'csv' && format !== 'json')
        return err(problem('export-format-unknown', { file: cut(argument) }));
      return ok({ command: name, file: argument, format, json });
    }
    case 'wipe':
      return ok({ command: name, yes: flags.has('--yes'), json });
    case 'help':
    case 'version':
    case 'list':
    case 'sync':
    case 'toggle':
    case 'pages':
    case 'doctor':
      return ok({ command: name, json });
  }
}

function buildImport(
  file: string,
  label: string | undefined,
  flags: { readonly json: boolean; readonly dryRun: boolean },
): Result<CommandLine, Problem> {
  if (label === undefined) return ok({ command: 'import', file, ...flags });
  const encoding = listEncodingOf(label);
  const option = '--encoding';
  return encoding === undefined
    ? err(problem('option-invalid', { option, value: cut(label), allowed: allowed(option) }))
    : ok({ command: 'import', file, encoding, ...flags });
}

function buildOpen(
  customer: string,
  values: ReadonlyMap<string, string>,
  flags: { readonly json: boolean; readonly dryRun: boolean },
): Result<CommandLine, Problem> {
  const bad = [...values].find(([option, value]) => !checks[option]?.(value));
  if (bad) {
    const [option, value] = bad;
    return err(problem('option-invalid', { option, value: cut(value), allowed: allowed(option) }));
  }
  const page = values.get('--page') as PageId | undefined;
  const browser = values.get('--browser');
  const isolation = isolationLevels.find((level) => level === values.get('--isolation'));
  // A link says itself which page.
  if (page !== undefined && isLink(customer)) return err(problem('argument-extra', { text: '--page' }));
  return ok({
    command: 'open',
    customer,
    ...(page !== undefined && { page }),
    ...(browser !== undefined && { browser }),
    ...(isolation !== undefined && { isolation }),
    ...flags,
  });
}

/** True for what begins as an address does, whatever its scheme. */
export function isLink(text: string): boolean {
  return /^\s*<?[a-z][a-z0-9+.-]*:/i.test(text);
}

const checks: Readonly<Record<string, (value: string) => boolean>> = {
  '--page': (value) => isCatalogueId(value) || /^own-[a-z0-9-]{1,200}$/i.test(value),
  '--browser': (value) => /^[a-z0-9-]{1,80}$/.test(value),
  '--isolation': (value) => isolationLevels.some((level) => level === value),
};

function allowed(option: string): string {
  if (option === '--isolation') return isolationLevels.join(', ');
  if (option === '--encoding') return listEncodings.join(', ');
  return option === '--page' ? 'allowed.page' : 'allowed.browser';
}
