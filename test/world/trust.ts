import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Makes Chromium and Electron trust the authority when they run with this HOME. Needs certutil (libnss3-tools). */
export async function trustUnderHome(home: string, caCertificate: string): Promise<void> {
  await trustInDatabase(join(home, '.pki', 'nssdb'), caCertificate);
}

/** Makes a Firefox that runs with this profile folder trust the authority; run it before Firefox's first start. */
export async function trustInFirefox(profile: string, caCertificate: string): Promise<void> {
  await trustInDatabase(profile, caCertificate);
}

async function trustInDatabase(folder: string, caCertificate: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const database = `sql:${folder}`;
  // Fails when there is none yet.
  const exists = await run('certutil', ['-L', '-d', database]).then(
    () => true,
    () => false,
  );
  if (!exists) await run('certutil', ['-N', '-d', database, '--empty-password']);
  const adding = run('certutil', ['-A', '-d', database, '-t', 'C,,', '-n', 'local-world', '-a']);
  adding.child.stdin?.end(caCertificate);
  await adding;
}
