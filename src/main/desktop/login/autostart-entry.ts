import { isAbsolute, join } from 'node:path';

/** Where a Linux desktop looks for what it starts at login. */
export function autostartPath(home: string, configHome: string | undefined): string {
  // A folder that is not absolute counts as none, as the base directory specification has it.
  const folder = configHome !== undefined && isAbsolute(configHome) ? configHome : join(home, '.config');
  return join(folder, 'autostart', 'tidegate.desktop');
}

/** The entry that runs a command line. A package's removal leaves it in each user's home: without its program it is passed over. */
export function autostartEntry(words: readonly string[], name: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `TryExec=${value(words[0] ?? '')}`,
    `Exec=${words.map(quoted).join(' ')}`,
    'Icon=tidegate',
    'Terminal=false',
    'NoDisplay=true',
    'X-GNOME-Autostart-Delay=2',
    '',
  ].join('\n');
}

/** Whether a Tidegate wrote this entry: a user's own of the same name shows Tidegate when it starts, and waits for nothing. */
export function isOwnEntry(entry: string): boolean {
  return /^(?:Exec=.* --hidden|X-GNOME-Autostart-Delay=2)\r?$/m.test(entry);
}

/** A word of an Exec line: quoted by its rules first, then its backslashes by those of every value; % begins a field code. */
function quoted(word: string): string {
  const plain = /^[\w@:,./+=-]+$/.test(word);
  const inQuotes = plain ? word : `"${word.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`;
  return value(inQuotes.replaceAll('%', '%%'));
}

/** A text as every value of an entry is written. */
function value(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', String.raw`\n`);
}
