import type { Environment } from '../../system/process/start-environment.ts';

/** Electron's and Node's own switches: they would steer a browser that is built with Electron, or a script before it. */
const ownPrefixes = ['ELECTRON_', 'NODE_'];

/**
 * Set for this application alone. CHROME_DESKTOP: Electron puts our desktop file's name there, and the browser would
 * take it for its own (window grouping, default-browser check). The others belong to the start of this application from
 * its own desktop file.
 */
const ownNames = new Set([
  ...['CHROME_DESKTOP', 'DESKTOP_STARTUP_ID', 'XDG_ACTIVATION_TOKEN'],
  ...['GIO_LAUNCHED_DESKTOP_FILE', 'GIO_LAUNCHED_DESKTOP_FILE_PID'],
]);

/**
 * The environment a browser is started with: the user's own. What Electron added is taken out, and the desktop's name
 * is what it was before Electron changed it (electronjs.org/docs/latest/api/environment-variables,
 * ORIGINAL_XDG_CURRENT_DESKTOP; it can hold the word `undefined` where there was none).
 * GDK_BACKEND and the like stay: at the start of this process it was the user who had set them.
 */
export function browserEnvironment(environment: Environment): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value === undefined || ownNames.has(name)) continue;
    if (!ownPrefixes.some((prefix) => name.startsWith(prefix))) result[name] = value;
  }
  const original = result['ORIGINAL_XDG_CURRENT_DESKTOP'];
  delete result['ORIGINAL_XDG_CURRENT_DESKTOP'];
  if (original && original !== 'undefined') result['XDG_CURRENT_DESKTOP'] = original;
  return result;
}
