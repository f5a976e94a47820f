import { expect, test } from 'vitest';
import { fileIn } from '../../../../src/renderer/ui/use-dropped-list.ts';
import { heaviestList } from '#shared/imports/import.ts';

/** What a file manager drops: files, each with whether it is a folder. */
function dropped(...all: readonly { readonly size: number; readonly isDirectory?: boolean }[]) {
  const items = all.map(({ isDirectory = false }) => ({ webkitGetAsEntry: () => ({ isDirectory }) }));
  const files = all.map(({ size }, at) => ({ name: `${at}.csv`, size }));
  return { files, items } as unknown as Parameters<typeof fileIn>[0];
}

test('one file is taken', () => {
  expect(fileIn(dropped({ size: 10 }))).toMatchObject({ ok: true, value: { name: '0.csv' } });
});

test.each([
  ['nothing', dropped(), 'drop-no-file'],
  ['a folder', dropped({ size: 4_096, isDirectory: true }), 'drop-no-file'],
  ['two files', dropped({ size: 1 }, { size: 1 }), 'drop-several'],
  ['more than a list may weigh', dropped({ size: heaviestList + 1 }), 'list-too-big'],
])('%s is told', (_what, transfer, kind) => {
  expect(fileIn(transfer)).toMatchObject({ ok: false, error: { kind } });
});
