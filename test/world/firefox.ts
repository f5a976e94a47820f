import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quote, recordStart } from './browser.ts';
import { trustInFirefox } from './trust.ts';

export interface FirefoxPlan {
  /** Where the script goes. */
  readonly path: string;
  /** Default: /usr/bin/firefox-esr. */
  readonly executable?: string;
  readonly caCertificate: string;
  /** Port of a tunnel to the world. */
  readonly tunnelPort: number;
  /** A folder for what the script needs. */
  readonly folder: string;
  readonly starts: string;
}

/**
 * Firefox asks the network for many things of its own. Only tests give these; they stand in `prefs.js`, which the
 * application never writes, so what the application gives (`user.js`) still has the last word.
 */
const quietPreferences: Readonly<Record<string, string | number | boolean>> = {
  'network.proxy.type': 1,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.http': '127.0.0.1',
  'network.captive-portal-service.enabled': false,
  // Tests end it as a crash would; what it then opened by itself would count as a visit.
  'browser.sessionstore.resume_from_crash': false,
  'network.connectivity-service.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'app.normandy.enabled': false,
  'services.settings.server': 'data:,',
  'extensions.update.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'toolkit.telemetry.enabled': false,
};

/**
 * Writes a script that stands as Firefox: a profile that is new gets the world's authority and the way to it, then the
 * same process becomes the real one.
 */
export async function writeFirefoxWrapper(plan: FirefoxPlan): Promise<void> {
  const { path, caCertificate, folder, tunnelPort, starts } = plan;
  await mkdir(starts, { recursive: true });
  await mkdir(join(path, '..'), { recursive: true });
  await trustInFirefox(folder, caCertificate);
  const ports = { 'network.proxy.ssl_port': tunnelPort, 'network.proxy.http_port': tunnelPort };
  const lines = Object.entries({ ...quietPreferences, ...ports }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  await writeFile(join(folder, 'prefs.js'), lines.join(''));
  const script = `#!/bin/sh
${recordStart(starts)}
if [ "$1" = --profile ] && [ ! -e "$2/prefs.js" ]; then
  cp ${quote(folder)}/* "$2"/
fi
exec ${quote(plan.executable ?? '/usr/bin/firefox-esr')} "$@"
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
}
