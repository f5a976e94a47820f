import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Desktop } from '../../world/desktop.ts';

/** The folder of Tidegate's data on a desktop, whether or not it has been started there. */
export function dataOf(desktop: Desktop): string {
  return join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'Tidegate');
}

/** Puts files in place as an earlier day left them. */
export async function putData(desktop: Desktop, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(dataOf(desktop), name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

/** The files below a folder that hold one of these texts in clear, in any encoding of one byte a sign or of two. */
export async function filesHolding(folder: string, texts: readonly string[]): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  const needles = texts.flatMap((text) => [Buffer.from(text, 'latin1'), Buffer.from(text, 'utf16le')]);
  const found = await Promise.all(
    paths.map(async (path) => {
      const content = await readFile(path);
      return needles.some((needle) => content.includes(needle)) ? [path] : [];
    }),
  );
  return found.flat();
}
