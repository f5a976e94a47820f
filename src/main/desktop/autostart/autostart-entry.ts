/**
 * The entry by which a Linux desktop starts Tidegate at login. `executable`: absolute, and whatever letters it has.
 * Rules: Desktop Entry Specification 1.5 ("The Exec key", and the escapes of a value), Desktop Application Autostart Specification 0.5.
 */
export function autostartEntry(executable: string): string {
  // First as a word of a command line, then as the value of a key.
  const word = `"${executable.replaceAll(/["`$\\]/g, String.raw`\$&`).replaceAll('%', '%%')}"`;
  const value = word.replaceAll('\\', '\\\\');
  return `[Desktop Entry]
Type=Application
Name=Tidegate
Exec=${value}
Icon=tidegate
Terminal=false
X-GNOME-Autostart-enabled=true
`;
}

/** Whether an entry is one of ours; the user's own, by the same name, says something else. */
export function isOurEntry(text: string): boolean {
  return /^\[Desktop Entry\]\nType=Application\nName=Tidegate\nExec="[^\n]*"\nIcon=tidegate\n/.test(text);
}
