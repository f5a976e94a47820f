import { posix } from 'node:path';
import type { Browser, Confinement, Discovery, RefusedBrowser } from '../browser.ts';
import { catalogue } from './catalogue.ts';
import { parseDesktopEntry, type DesktopEntry } from './desktop-entry.ts';
import { byPreference } from './preference.ts';
import { browserOf, type Product } from './product.ts';

export interface DesktopFile {
  /** Desktop file id, such as `google-chrome.desktop`. */
  readonly id: string;
  readonly text: string;
}

/** A regular file that this user may execute. */
export interface Executable {
  readonly path: string;
  /** `path` with every symbolic link followed. */
  readonly realPath: string;
  /** The beginning of the file if it is a script (`#!`): a package can put one in front of a snap. */
  readonly script?: string;
}

/** What a Linux machine shows, read once. */
export interface LinuxScan {
  /** Absolute folders of PATH, in order, with those of snaps. */
  readonly searchPath: readonly string[];
  /** In the order of XDG_DATA_HOME and XDG_DATA_DIRS: the first of an id wins. */
  readonly desktopFiles: readonly DesktopFile[];
  readonly executables: readonly Executable[];
  /** Desktop file ids asked to open https links, best first. */
  readonly defaults: readonly string[];
}

/** Absolute paths worth looking at before `planLinux` can decide. */
export function linuxCandidates(scan: Pick<LinuxScan, 'searchPath' | 'desktopFiles'>): string[] {
  const commands = catalogue.flatMap((product) => product.commands);
  const entries = [...entriesById(scan.desktopFiles).values()];
  const programs = entries.flatMap((entry) => [entry.program, ...(entry.tryExec ? [entry.tryExec] : [])]);
  const paths = [...commands, ...programs].flatMap((program) => resolutions(program, scan.searchPath));
  return [...new Set(paths)];
}

export function planLinux(scan: LinuxScan): Discovery {
  const executables = new Map(scan.executables.map((executable) => [executable.path, executable]));
  const locate = (program: string): Executable | undefined =>
    resolutions(program, scan.searchPath)
      .map((path) => executables.get(path))
      .find((executable) => executable !== undefined);

  const browsers: Browser[] = [];
  const refused: RefusedBrowser[] = [];
  const entries = entriesById(scan.desktopFiles);
  const firstThere = scan.defaults.find((id) => entries.has(id));
  for (const [id, entry] of entries) {
    if (entry.tryExec && !locate(entry.tryExec)) continue;
    const executable = locate(entry.program);
    if (!executable) continue;
    const flatpak = flatpakProduct(entry, executable);
    if (flatpak) refused.push({ name: flatpak.name, path: executable.path, reason: 'flatpak' });
    else browsers.push(...browserAt(executable, id === firstThere));
  }
  // Browsers without a desktop file. Every folder counts: a package and a snap of one browser are two.
  const commands = catalogue.flatMap((product) => product.commands);
  for (const path of commands.flatMap((command) => resolutions(command, scan.searchPath))) {
    const executable = executables.get(path);
    if (executable) browsers.push(...browserAt(executable, false));
  }
  return { browsers: byPreference(browsers, 'linux'), refused: uniqueByName(refused) };
}

function entriesById(files: readonly DesktopFile[]): Map<string, DesktopEntry> {
  const seen = new Set<string>();
  const entries = new Map<string, DesktopEntry>();
  for (const file of files) {
    if (seen.has(file.id)) continue;
    // A hidden or broken file of a stronger folder hides the weaker ones of its id as well.
    seen.add(file.id);
    const entry = parseDesktopEntry(file.text);
    if (entry) entries.set(file.id, entry);
  }
  return entries;
}

/** Where a program may be: itself if absolute, below the search path if a bare name, else nowhere. */
function resolutions(program: string, searchPath: readonly string[]): string[] {
  if (posix.isAbsolute(program)) return [posix.normalize(program)];
  return program.includes('/') ? [] : searchPath.map((folder) => posix.join(folder, program));
}

function browserAt(executable: Executable, isDefault: boolean): Browser[] {
  // A script in front of a snap cannot be confined to a folder of ours by its path; the snap itself is found beside it.
  if (executable.script?.includes('/snap/bin/')) return [];
  const confinement = confinementOf(executable);
  // /usr/bin/google-chrome can be a link to another channel: the file behind it tells, unless that is snapd's runner.
  const product = productOf(executable.realPath) ?? productOf(executable.path);
  return product ? [browserOf(product, executable.path, isDefault, confinement)] : [];
}

function confinementOf({ path }: Executable): Confinement {
  const folder = posix.dirname(path);
  if (folder !== '/snap/bin' && folder !== '/var/lib/snapd/snap/bin') return { kind: 'none' };
  // `<snap>` or `<snap>.<application>`
  return { kind: 'snap', name: posix.basename(path).split('.')[0] ?? '' };
}

function productOf(path: string): Product | undefined {
  const command = posix.basename(path);
  return catalogue.find((product) => product.commands.includes(command));
}

/** `flatpak run [options] <application id> ...`, or the command that flatpak exports under the application's id. */
function flatpakProduct(entry: DesktopEntry, executable: Executable): Product | undefined {
  const command = posix.basename(executable.path);
  const id = command === 'flatpak' ? entry.args.filter((word) => !word.startsWith('-'))[1] : command;
  return catalogue.find((product) => product.flatpaks.some((flatpak) => flatpak === id));
}

function uniqueByName(refused: readonly RefusedBrowser[]): RefusedBrowser[] {
  return [...new Map(refused.map((browser) => [browser.name, browser])).values()];
}
