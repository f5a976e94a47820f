import { win32 } from 'node:path';
import type { NoFile } from './no-file.ts';

/** Names that Windows keeps for devices, in whatever folder and with whatever ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const deviceName = /^(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])$/i;

/** What a path of Windows stands for: `\\.\` leads to devices, and `\\?\` is the whole name of a file only before a drive or a share. */
const devicePath = /^[\\/]{2}(?:\.[\\/]|\?[\\/](?!(?:[A-Za-z]:|UNC)[\\/]))/i;

/**
 * The file that programs of Windows mean by a path, or what stands there instead. Node goes round the rules that all
 * others keep to, and would make files that nobody can open or delete again: `con`, or one with a dot at its end.
 */
export function windowsFile(
  path: string,
): { readonly kind: 'file'; readonly path: string } | { readonly kind: 'no-file'; readonly what: NoFile } {
  if (devicePath.test(path)) return { kind: 'no-file', what: 'device' };
  const name = win32.basename(path);
  const kept = name.replace(/[. ]+$/, '');
  if (kept === '') return { kind: 'file', path };
  if (deviceName.test((kept.split(/[.:]/, 1)[0] ?? '').trimEnd())) return { kind: 'no-file', what: 'device' };
  // A stream of a file: it is there, and no folder shows it.
  if (kept.includes(':')) return { kind: 'no-file', what: 'other' };
  const end = path.lastIndexOf(name);
  return { kind: 'file', path: path.slice(0, end) + kept };
}
