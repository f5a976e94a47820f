import type { Command } from '#shared/commands/command.ts';

/** One line of the tray's menu, as data. An item without a command is for reading only. */
export type TrayItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'item'; readonly label: string; readonly command?: Command; readonly checked?: boolean }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayItem[] };
