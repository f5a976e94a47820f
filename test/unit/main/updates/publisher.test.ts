import { expect, it } from 'vitest';
import { nameParts, whyNotPublished } from '../../../../src/main/updates/publisher.ts';

const file = 'C:\\Users\\Jörg\\AppData\\Local\\Tidegate\\updates\\a.exe';
const subject = 'CN="Tide, Gate GmbH", O="Tide, Gate GmbH", L=Kiel, C=DE';
const answer = (part: object = {}) => JSON.stringify({ status: 0, path: file, subject, ...part });
const ask = (text: string | undefined) => () => Promise.resolve(text);

it.for([['Tide, Gate GmbH'], ['Another', 'Tide, Gate GmbH'], [subject], ['CN="Tide, Gate GmbH", C=DE']])(
  'a valid signature of %j is taken',
  async (publishers) => {
    expect(await whyNotPublished(publishers, file, ask(answer()))).toBeNull();
  },
);

it.for([
  ['nothing, where PowerShell is missing or forbidden', undefined],
  ['no JSON', 'Get-AuthenticodeSignature : The term is not recognized'],
  ['no object', '[]'],
  ['null', 'null'],
  ['not signed', answer({ status: 2, subject: null })],
  ['a hash that does not match', answer({ status: 3 })],
  ['nobody trusted', answer({ status: 4 })],
  ['a status that is a text', answer({ status: 'Valid' })],
  ['another file', answer({ path: 'C:\\Windows\\System32\\notepad.exe' })],
  ['no file', answer({ path: null })],
  ['nobody', answer({ subject: null })],
  ['another company', answer({ subject: 'CN=Evil, O=Evil, C=DE' })],
  ['a company whose other field has the name', answer({ subject: 'CN=Evil, O="Tide, Gate GmbH"' })],
  ['a name that begins alike', answer({ subject: 'CN="Tide, Gate GmbH & Co"' })],
  ['the name put into another', answer({ subject: 'CN="Evil, CN=Tide", O=x' })],
] as const)('when Windows says %s the file is refused', async ([, said]) => {
  for (const publishers of [['Tide, Gate GmbH'], [subject], ['']])
    expect(await whyNotPublished(publishers, file, ask(said))).not.toBeNull();
});

it('a whole name has to match in every part', async () => {
  expect(await whyNotPublished(['CN="Tide, Gate GmbH", C=FR'], file, ask(answer()))).not.toBeNull();
});

it('reads names as Windows writes them', () => {
  expect([...nameParts('CN=A\\, B, OU="x ""y""", E=a@b.example')]).toEqual([
    ['CN', 'A, B'],
    ['OU', 'x "y"'],
    ['E', 'a@b.example'],
  ]);
  expect(nameParts('Tide, Gate GmbH').size).toBe(0);
  expect(nameParts('').size).toBe(0);
});
