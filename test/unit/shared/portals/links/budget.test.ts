import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { Budget } from '#shared/portals/links/budget.ts';
import { findCustomer } from '#shared/portals/links/find-customer.ts';
import { longestReading, readText } from '#shared/portals/links/read-text.ts';
import { readReference } from '#shared/portals/read-reference.ts';
import { lookup } from '../corpus.ts';

const endless = { characters: Number.POSITIVE_INFINITY, spellings: Number.POSITIVE_INFINITY };
const id = '3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c';

/** Counts what is looked at, as the limits do. */
class Counted extends Budget {
  readonly spent = { characters: 0, spellings: 0 };

  override look(characters: number): boolean {
    this.spent.characters += characters;
    return super.look(characters);
  }

  override spell(characters: number): boolean {
    this.spent.spellings += 1;
    return super.spell(characters);
  }
}

/** What the reading of a text costs when nothing stops it. */
function costOf(text: string) {
  const budget = new Counted(endless);
  readText(text, [], budget);
  return budget.spent;
}

/** What texts are built of that somebody sends who wants to stop us. */
const pieces = [
  ...['<', '>', '(', '[', '"', '`', '|', '@', '.', ',', ';', ' ', '\n', '\r\n> ', '\t', '=\n', '=3D', '=3d'],
  ...[
    'https://',
    '<https://a',
    'https://a',
    'hxxps://x',
    'tid=',
    '&tid=',
    '&amp;',
    '&amp;amp;',
    '&#58;',
    '\\u0026',
    '\\/',
  ],
  ...[
    'https://security.microsoft.com/',
    'https://security.microsoft.com/incidents/1\n',
    'security.microsoft.com/?',
  ],
  ...[
    'https://eur02.safelinks.protection.outlook.com/?url=',
    'https%3A%2F%2F',
    '%25',
    '___',
    '__;',
    '/v3/__',
    '**A',
  ],
  ...[
    'https://urldefense.com/v3/__',
    'https://url.avanan.click/v2/___',
    'Tenant ID: ',
    'Incident ID: ',
    `${id} `,
    'abc-',
    'a1b2',
  ],
  ...[
    'Content-Transfer-Encoding: base64\n\n',
    'aHR0cHM6Ly9hLw==\n',
    '\u200b',
    'é',
    '。',
    'x'.repeat(50),
    ' '.repeat(50),
  ],
];

const hostile = fc.tuple(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }).map((some) => some.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((some) => some.join('')),
);

describe('the work of reading', () => {
  it('at most doubles when the text does, whatever the text', () => {
    fc.assert(
      fc.property(hostile, ([piece, head]) => {
        // Long enough for what one place may cost at most not to matter.
        const times = Math.ceil(40_000 / piece.length);
        const once = costOf(head + piece.repeat(times));
        const twice = costOf(head + piece.repeat(2 * times));
        expect(twice.characters).toBeLessThanOrEqual(2 * once.characters + 4 * 40 * 8_000);
        expect(twice.spellings).toBeLessThanOrEqual(2 * once.spellings + 40);
      }),
      { numRuns: 150 },
    );
  });

  it('stays below a multiple of the text’s length', () => {
    fc.assert(
      fc.property(hostile, ([piece, head]) => {
        const text = head + piece.repeat(Math.ceil(20_000 / piece.length));
        expect(costOf(text).characters).toBeLessThanOrEqual(200 * text.length + 4 * 40 * 8_000);
      }),
      { numRuns: 150 },
    );
  });

  it('stays so where line upon line ends in a scheme', () => {
    for (const host of ['https://url.avanan.click/v2/___', 'security.microsoft.com/?']) {
      const text = `https://\r\n> ${host}`.repeat(400);
      expect(costOf(text).characters).toBeLessThanOrEqual(200 * text.length);
    }
  });

  it.each([
    ['addresses in brackets, with spaces', `<https://a${' '.repeat(190)}>`.repeat(1_000)],
    ['one address in brackets, with spaces', `<https://a${' '.repeat(900_000)}>`],
    ['long links without a tenant', `https://security.microsoft.com/${'a'.repeat(900)}\n`.repeat(1_000)],
    ['one link of a megabyte', `https://security.microsoft.com/?x=${'a.'.repeat(480_000)}`],
    ['one host of a megabyte', `https://${'a.'.repeat(480_000)}`],
    ['many ids', `Tenant ID: ${id}\n`.repeat(19_000)],
    ['one word that may be an id', 'a-'.repeat(490_000)],
  ])('has an end for %s', (_what, text) => {
    const budget = new Counted();
    const reading = readText(text, [], budget);
    if (reading.ok) findCustomer(reading.value, lookup);
    expect(budget.spent.characters).toBeLessThan(20_000_000);
  });
});

describe('what is over the budget', () => {
  it('is said, and nothing of it is believed', () => {
    const link = `https://security.microsoft.com/?tid=${id}`;
    expect(readText(link, [], new Budget({ characters: 10_000, spellings: 10 })).ok).toBe(true);
    for (const limits of [
      { characters: 10, spellings: 10 },
      { characters: 10_000, spellings: 0 },
    ])
      expect(readText(link, [], new Budget(limits))).toMatchObject({ error: { kind: 'text-too-long' } });
    expect(readText(`${link}\n${link}\n`.repeat(5_000))).toMatchObject({ error: { kind: 'text-too-long' } });
    const end = '\nTenant ID: 6512e372-efef-4f37-86e3-f273783fdca6';
    const filled = `${link} ${'x '.repeat(longestReading)}`;
    expect(readText(filled + end)).toMatchObject({ error: { kind: 'text-too-long' } });
  });

  it('is no reference, however long: it is not looked into', () => {
    expect(
      readReference(`https://security.microsoft.com/?tid=${id}&x=${'a.'.repeat(600_000)}`),
    ).toMatchObject({
      error: { kind: 'text-too-long' },
    });
    expect(readReference('a-'.repeat(600_000))).toMatchObject({ error: { kind: 'text-too-long' } });
  });
});
