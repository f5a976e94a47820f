import { chmod, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Keeps Chromium from asking the network and the keyring for things of its own. Only tests give these. */
const quietSwitches = [
  // Pages of its own behind the address bar, loaded at each start, are two fifths of what a start costs.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--password-store=basic',
];

export interface WrapperPlan {
  /** Where the script goes, such as `<dir>/bin/chromium`. */
  readonly path: string;
  /** The real browser. Default: /usr/bin/chromium. */
  readonly executable?: string;
  readonly hostResolverRules: string;
  /** More switches before those of the caller. */
  readonly switches?: readonly string[];
  /** A folder that gets two files per start, see readStarts. */
  readonly starts: string;
}

/** One start of a browser through its wrapper. */
export interface BrowserStart {
  readonly pid: number;
  /** Nanoseconds since 1970, when the script began. */
  readonly at: bigint;
  /** What the caller gave, without the program. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Writes a script that stands as the browser: the same process becomes Chromium with the world's switches. */
export async function writeBrowserWrapper(plan: WrapperPlan): Promise<void> {
  await mkdir(plan.starts, { recursive: true });
  await mkdir(join(plan.path, '..'), { recursive: true });
  const switches = [
    `--host-resolver-rules=${plan.hostResolverRules}`,
    ...quietSwitches,
    ...(plan.switches ?? []),
  ];
  const script = `#!/bin/sh
${recordStart(plan.starts)}
exec ${quote(plan.executable ?? '/usr/bin/chromium')} ${switches.map(quote).join(' ')} "$@"
`;
  await writeFile(plan.path, script);
  await chmod(plan.path, 0o755);
}

/**
 * Shell that records a start: the kernel's own record of arguments and environment, bytes and all; the rename makes a
 * start appear whole.
 */
export function recordStart(starts: string): string {
  return `start=${quote(starts)}/$(date +%s%N)-$$
cat /proc/$$/environ >"$start.env"
cat /proc/$$/cmdline >"$start.part"
mv "$start.part" "$start.args"`;
}

/** Every start so far, oldest first. */
export async function readStarts(folder: string): Promise<readonly BrowserStart[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.args'));
  const starts = await Promise.all(names.map((name) => readStart(join(folder, name))));
  return starts.sort((a, b) => (a.at < b.at ? -1 : 1));
}

async function readStart(path: string): Promise<BrowserStart> {
  const [, at = '0', pid = '0'] = /(\d+)-(\d+)\.args$/.exec(path) ?? [];
  // The shell and the script come first.
  const args = (await readFile(path, 'utf8')).split('\0').slice(2, -1);
  const pairs = (await readFile(path.replace(/\.args$/, '.env'), 'utf8'))
    .split('\0')
    .filter((pair) => pair !== '');
  const env = pairs.map((pair): [string, string] => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, equals), pair.slice(equals + 1)];
  });
  return { pid: Number(pid), at: BigInt(at), args, env: Object.fromEntries(env) };
}

/** A word for the shell. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
