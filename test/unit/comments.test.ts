import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', 'src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.replaceAll('\\', '/'));
/** Every file without its ending, and every folder, each behind a slash. */
const places = new Set(
  files.flatMap((file) => {
    const parts = file.replace(/\.tsx?$/, '').split('/');
    return parts.map((_part, end) => `/${parts.slice(0, end + 1).join('/')}`);
  }),
);

it('a comment that names another file or folder names one that there is', () => {
  const gone = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\b[Ss]ee ([a-z][a-z-]*(?:\/[a-z][a-z-]*)+)/g)]
      .map(([, place = '']) => place)
      .filter((place) => ![...places].some((each) => each.endsWith(`/${place}`)))
      .map((place) => `${file}: ${place}`),
  );
  expect(gone).toEqual([]);
});
