import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export interface Request {
  /** Names of rows; empty for all. */
  readonly rows: readonly string[];
  /** Runs twice as long, and more of them. */
  readonly full: boolean;
  readonly form: 'table' | 'markdown' | 'json';
  /** A file to write to instead of standard output. */
  readonly output: string | null;
  /** Of the search row: other names and other queries than the repository's. */
  readonly customers: string | null;
  readonly queries: string | null;
}

/** Throws what `parseArgs` throws at an unknown option. */
export function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      full: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      output: { type: 'string' },
      customers: { type: 'string' },
      queries: { type: 'string' },
    },
  });
  return {
    rows: positionals,
    full: values.full,
    form: values.json ? 'json' : values.markdown ? 'markdown' : 'table',
    output: values.output ?? null,
    customers: values.customers ?? null,
    queries: values.queries ?? null,
  };
}
