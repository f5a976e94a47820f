import { posix } from 'node:path';
import type { Browser, Discovery } from '../browser.ts';
import { catalogue } from './catalogue.ts';
import { byPreference } from './preference.ts';
import { browserOf } from './product.ts';

/** An application bundle: its folder and two keys of its Info.plist. */
export interface Bundle {
  /** Absolute, ends in `.app`. */
  readonly path: string;
  /** CFBundleIdentifier */
  readonly id: string;
  /** CFBundleExecutable: a file name inside `Contents/MacOS`. */
  readonly executable: string;
}

/** What a Mac shows, read once. */
export interface MacosScan {
  readonly bundles: readonly Bundle[];
  /** Bundle identifier of the application that opens https links, in any case; absent while it is Safari. */
  readonly defaultId?: string;
}

/** Absolute paths of bundles worth looking at before `planMacos` can decide, the machine's before the user's. */
export function macosCandidates(home: string): string[] {
  return ['/Applications', posix.join(home, 'Applications')].flatMap((folder) =>
    catalogue.flatMap(({ bundle }) => (bundle ? [posix.join(folder, bundle.name)] : [])),
  );
}

/**
 * What is started is the executable inside the bundle, not `open -na`: `open` answers 0 whatever becomes of the
 * browser, and the arguments would pass through one more program. Playwright and chrome-launcher start it so as well.
 */
export function planMacos(scan: MacosScan): Discovery {
  const browsers = scan.bundles.flatMap((bundle): Browser[] => {
    const product = catalogue.find((candidate) => candidate.bundle?.id === bundle.id);
    // SECURITY: a name, not a path that leads out of the bundle.
    if (!product || bundle.executable === '' || /^\.|[/\\\0]/.test(bundle.executable)) return [];
    const executable = posix.join(bundle.path, 'Contents', 'MacOS', bundle.executable);
    return [browserOf(product, executable, bundle.id.toLowerCase() === scan.defaultId?.toLowerCase())];
  });
  return { browsers: byPreference(browsers, 'darwin'), refused: [] };
}
