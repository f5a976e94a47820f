import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { it, type TestAPI } from 'vitest';

export const isWindows = process.platform === 'win32';

/** What Node tells of a file that was made with this mode: Windows has none, and any file that may be written has 0666. */
export const modeHere = (mode: number): number => (isWindows ? 0o666 : mode);

/** The twin is a file of test/windows, without its ending; where there is none, a sentence says why none is needed. */
type Elsewhere = { readonly twin: string } | { readonly because: string };

/** `it` and `it.each` as far as tests of one system need them. */
interface Test {
  (name: string, run: () => unknown, patience?: number): void;
  readonly each: (typeof it)['each'];
}

/**
 * `it` for what only Unix has: modes, sockets in folders, symbolic links that anybody may make, desktop files. Such a test
 * says so by its name, and whoever writes it says where the same is tested on Windows, or why it is not.
 */
export function itOnUnix(elsewhere: Elsewhere): Test {
  saidWhereElse(elsewhere);
  const here = isWindows ? it.skip : it;
  const each = (rows: readonly unknown[]) => (name: string, run: () => Promise<void>, patience?: number) =>
    here.each(rows)(`${name} (Unix)`, run, patience);
  const one = (name: string, run: () => unknown, patience?: number): void =>
    here(`${name} (Unix)`, async () => void (await run()), patience);
  return Object.assign(one, { each: each as unknown as Test['each'] });
}

/** `itOnUnix` for tests with fixtures. */
export function testOnUnix<Fixtures>(test: TestAPI<Fixtures>, elsewhere: Elsewhere): TestAPI<Fixtures> {
  saidWhereElse(elsewhere);
  return namedFor('Unix', isWindows ? test.skip : test);
}

/** For tests whose tools only Linux has. */
export function testOnLinux<Fixtures>(test: TestAPI<Fixtures>, elsewhere: Elsewhere): TestAPI<Fixtures> {
  saidWhereElse(elsewhere);
  return namedFor('Linux', process.platform === 'linux' ? test : test.skip);
}

/** The same test, with the system that it needs in its name. */
function namedFor<Fixtures>(system: string, here: unknown): TestAPI<Fixtures> {
  const call = (which: unknown, name: string, rest: readonly unknown[]): void =>
    void Reflect.apply(which as () => void, undefined, [`${name} (${system})`, ...rest]);
  return Object.assign((name: string, ...rest: readonly unknown[]) => call(here, name, rest), {
    for:
      (rows: readonly unknown[]) =>
      (name: string, ...rest: readonly unknown[]) =>
        call((here as TestAPI<Fixtures>).for(rows), name, rest),
  }) as unknown as TestAPI<Fixtures>;
}

function saidWhereElse(elsewhere: Elsewhere): void {
  if (
    'twin' in elsewhere &&
    !existsSync(join(import.meta.dirname, '../windows', `${elsewhere.twin}.test.ts`))
  )
    throw new Error(`test/windows has no twin ${elsewhere.twin}.test.ts.`);
}
