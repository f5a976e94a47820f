import type { ExportFormat } from '#shared/imports/import.ts';
import type { IsolationLevel } from '#shared/customer/isolation.ts';
import type { ListEncoding } from '#shared/imports/list-encoding.ts';
import type { PageId } from '#shared/portals/page.ts';

/** What was typed behind `tidegate`, checked. Paths are as typed. */
export type CommandLine = { readonly json: boolean } & (
  | { readonly command: 'help' | 'version' | 'list' | 'pages' | 'sync' | 'toggle' | 'doctor' }
  | {
      readonly command: 'open';
      /** A name, alias, domain or tenant id, or a link. */
      readonly customer: string;
      readonly page?: PageId;
      readonly browser?: string;
      readonly isolation?: IsolationLevel;
      readonly dryRun: boolean;
    }
  | {
      readonly command: 'import';
      readonly file: string;
      readonly encoding?: ListEncoding;
      readonly dryRun: boolean;
    }
  | { readonly command: 'export'; readonly file: string; readonly format: ExportFormat }
  | { readonly command: 'wipe'; readonly yes: boolean }
);

export type CommandName = CommandLine['command'];

/** What scripts can rely on; docs/command-line.md and `--help` tell it to people. */
export const exitCodes = {
  done: 0,
  /** It was refused, or it failed: the text says why and what to do. */
  failed: 1,
  /** The line itself is wrong; nothing was tried. */
  usage: 2,
  /** The name fits no customer, or several. */
  unclear: 3,
  /** The user was asked, and did not say yes. */
  declined: 4,
} as const;
