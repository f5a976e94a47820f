import type { Platform } from '#shared/platform.ts';

/**
 * A text with `~` for the user's home folder, whose name is the user's. It is found as an address and with doubled
 * backslashes too, as a log has it, and in any case where the system's paths have none. A folder beside it whose name only begins
 * with the same letters stays.
 */
export function hideHome(text: string, home: string, platform: Platform): string {
  const parts = home.split(/[\\/]+/).filter((part) => part !== '');
  if (parts.length === 0) return text;
  const separator = String.raw`(?:[\\/]+|%5C|%2F)`;
  const begin = /^[\\/]/.test(home) ? String.raw`[\\/]` : '';
  const forms = [parts, parts.map(encodeURI)].map((each) => each.map(literally).join(separator));
  const folder = new RegExp(
    String.raw`${begin}(?:${[...new Set(forms)].join('|')})(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`,
    platform === 'linux' ? 'gu' : 'giu',
  );
  return text.replace(folder, '~');
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
