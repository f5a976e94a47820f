import { join, relative } from 'node:path';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { RecordName } from '#shared/problems/record-name.ts';
import type { CommandName } from './command-line.ts';

const lists: readonly RecordName[] = ['own-list', 'synced-list', 'notes'];

/** The records without which a command would tell or do something false. */
const needed: Readonly<Partial<Record<CommandName, readonly RecordName[]>>> = {
  list: lists,
  import: lists,
  export: lists,
  // Settings and salt decide in which browser, and in whose profile, a customer opens.
  open: [...lists, 'settings', 'profile-names'],
  pages: ['settings'],
};

/** The first trouble with what the command reads; nothing when it can be trusted. */
export function troubleFor(command: CommandName, troubles: readonly Problem[]): Problem | undefined {
  const records = needed[command] ?? [];
  return troubles.find(({ values }) => 'record' in values && records.includes(values.record));
}

/**
 * Makes a problem of a copied record name the real file below `root`: that one was not touched, and nobody will see
 * the copy.
 */
export function asInPlace(trouble: Problem, copy: string, root: string): Problem {
  const place = (path: string): string => join(root, relative(copy, path));
  const { kind, values } = trouble;
  if (kind === 'storage-corrupt')
    return problem('storage-damaged', { record: values.record, file: place(values.file) });
  if (kind === 'storage-newer') return problem(kind, { ...values, file: place(values.file) });
  if (kind === 'storage-unreadable' || kind === 'storage-unwritable')
    return problem(kind, { ...values, path: place(values.path) });
  return trouble;
}
