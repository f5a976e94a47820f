/**
 * Switches that Chromium, Electron and Node read themselves, by how their names begin and by whole names. Both runtimes
 * take any word for a switch and say nothing about one they do not know, so that a slip in an option of ours would pass
 * for one of theirs.
 * Sources: Electron's page of supported command line switches, Chromium's list of switches.
 */
const beginnings = [
  ...['disable-', 'enable-', 'force-', 'force_', 'ignore-', 'use-', 'in-process-'],
  ...['auth-', 'host-', 'proxy-', 'log-', 'trace-', 'inspect', 'remote-debugging-', 'remote-allow-'],
  ...['ozone-', 'gtk-', 'wayland-', 'xdg-portal-'],
] as const;
const names: ReadonlySet<string> = new Set([
  ...['no-sandbox', 'no-zygote', 'no-proxy-server', 'no-first-run', 'no-deprecation', 'throw-deprecation'],
  ...['v', 'vmodule', 'lang', 'js-flags', 'dns-result-order', 'diagnostic-dir', 'disk-cache-size'],
  ...['user-data-dir', 'password-store', 'headless', 'single-process', 'display', 'class'],
]);

/** True for a word that the runtime is known to read, be it with a value behind an equals sign. */
export function isRuntimeSwitch(word: string): boolean {
  // What macOS puts in front of an application that is started from the Finder.
  if (/^-psn_\d/.test(word)) return true;
  const name = /^--([a-z][a-z0-9_-]*)(?:=|$)/i.exec(word)?.[1]?.toLowerCase();
  return (
    name !== undefined && (names.has(name) || beginnings.some((beginning) => name.startsWith(beginning)))
  );
}
