import { describe, expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { fillQuery } from '#shared/hunts/fill-query.ts';
import { huntLimits } from '#shared/hunts/hunt.ts';
import { readQuery } from '#shared/hunts/query-template.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { aCustomer } from '../../support/samples.ts';

type Named = Pick<Customer, 'tenantId' | 'name' | 'domains' | 'defaultDomain'>;

const contoso = aCustomer({ name: 'Contoso', defaultDomain: 'contoso.com', domains: ['contoso.com'] });

function filled(query: string, customer: Named = contoso): string {
  const result = fillQuery(readQuery(query), customer, 'a hunt');
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

function refused(query: string, customer: Named = contoso): unknown {
  const result = fillQuery(readQuery(query), customer, 'a hunt');
  return result.ok ? result.value : result.error;
}

/** What a text in quotes says, or any other sign of KQL. */
type Token = { readonly says: string } | string;

/**
 * A reader of KQL of its own, by the rules of https://learn.microsoft.com/kusto/query/scalar-data-types/string. A text whose
 * end is missing is the token `broken`.
 */
function tokens(kql: string): readonly Token[] {
  const found: Token[] = [];
  const signs =
    /(?<comment>\/\/[^\n\r\u2028\u2029]*)|(?<verbatim>@"(?:[^"\n]|"")*"|@'(?:[^'\n]|'')*')|(?<plain>"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*')|(?<fenced>```[^]*?```|~~~[^]*?~~~)|(?<broken>["'@])|(?<word>[\p{L}\p{N}_]+)|(?<other>[^\s])/gu;
  for (const { groups = {} } of kql.matchAll(signs)) {
    const { verbatim, plain, fenced } = groups;
    if (verbatim !== undefined) {
      const quote = verbatim.charAt(1);
      found.push({ says: verbatim.slice(2, -1).replaceAll(quote + quote, quote) });
    } else if (plain !== undefined) found.push({ says: plain.slice(1, -1).replace(/\\(.)/gu, '$1') });
    else if (fenced !== undefined) found.push({ says: fenced.slice(3, -3) });
    else if (groups['comment'] !== undefined) found.push('comment');
    else found.push(groups['broken'] === undefined ? (groups['word'] ?? groups['other'] ?? '') : 'broken');
  }
  return found;
}

describe('a query filled for a customer', () => {
  const quotes = aCustomer({ name: 'O\'Neil "\\" | take 1 //', defaultDomain: 'oneil.example' });

  it.each([
    ['outside quotes a value is a text of its own', 'T | where N == {name}', 'T | where N == "Contoso"'],
    ['within quotes it is a part of the text', 'x has "@{domain}"', 'x has "@contoso.com"'],
    ['in any case of letters', "'{TENANTID}'", `'${contoso.tenantId}'`],
    [
      'other braces stay',
      'dynamic({"a": {name}}) matches "[0-9]{3}"',
      'dynamic({"a": "Contoso"}) matches "[0-9]{3}"',
    ],
    ['beside a text it stands apart', '@"a"{name}"b"', '@"a" "Contoso" "b"'],
    ['@ does not make it verbatim', 'x == @{name}', 'x == @ "Contoso"'],
    ['beside another it stands apart', '{name}{domain}', '"Contoso" "contoso.com"'],
    ['what is escaped is no placeholder', String.raw`"\{name}"`, String.raw`"\{name}"`],
    ['a quote in a comment opens nothing', "// it's\n| {name}", '// it\'s\n| "Contoso"'],
    ['in a comment it is in quotes as well', '// for {name}\nT', '// for "Contoso"\nT'],
    ['an address is no comment', '"https://x/{domain}"', '"https://x/contoso.com"'],
  ])('%s', (_what, query, expected) => expect(filled(query)).toBe(expected));

  it.each([
    ['"{name}"', String.raw`"O'Neil \"\\\" | take 1 //"`],
    ["'{name}'", String.raw`'O\'Neil "\\" | take 1 //'`],
    ['@"{name}"', String.raw`@"O'Neil ""\"" | take 1 //"`],
    ["@'{name}'", String.raw`@'O''Neil "\" | take 1 //'`],
    ['{name}', String.raw`"O'Neil \"\\\" | take 1 //"`],
  ])('%s escapes what would end it', (query, expected) => expect(filled(query, quotes)).toBe(expected));

  it('leaves one that names no customer as it was written, whatever it looks like', () => {
    for (const query of ['T | where x == "open\r\n', '```\n{x}\n', "it's"]) expect(filled(query)).toBe(query);
  });

  it('no value breaks out of its text, in whatever quotes it stands', () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          '"',
          "'",
          '\\',
          '@',
          '`',
          '~',
          '//',
          '\n',
          '\r',
          '\u2028',
          '|',
          '{domain}',
          'a',
          ' ',
          '}',
          '{',
        ),
        {
          minLength: 1,
          maxLength: 12,
        },
      )
      .map((parts) => `x${parts.join('')}x`);
    const name = fc.oneof(
      hostile,
      fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `x${text}x`),
    );
    const spot = fc.constantFrom(
      '{name}',
      '"{name}"',
      "'{name}'",
      '@"{name}"',
      "@'{name}'",
      'h"{name}"',
      'h@"{name}"',
      '"a\\\\{name}\\"b"',
      '@"a\\{name}""b"',
      '// {name}\n',
      "// it's {name}\n",
      '@{name}',
      'h{name}',
      '"a"{name}',
      '@"a"{name}',
      "{name}'b'",
      '{name}{name}',
      '```"``` {name}',
      "~~~'~~~{name}",
    );
    const query = fc
      .array(spot, { minLength: 1, maxLength: 5 })
      .map((spots) => `T | where x in (${spots.join(' , ')}) | take 5`);
    fc.assert(
      fc.property(query, name, (template, value) => {
        const shown = value.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
        const harmless = tokens(filled(template, { ...contoso, name: 'harmless' }));
        const real = tokens(filled(template, { ...contoso, name: value }));
        const expected = harmless.map((token) =>
          typeof token === 'string' ? token : { says: token.says.replaceAll('harmless', () => shown) },
        );
        expect(real).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is refused where its end is not known, or nothing can be escaped', () => {
    expect(refused('T | where x == "a\n| where y == {name}')).toEqual({ kind: 'hunt-unclosed', values: {} });
    expect(refused("{name} '")).toMatchObject({ kind: 'hunt-unclosed' });
    expect(refused('x == "a\\\n{name}"')).toMatchObject({ kind: 'hunt-unclosed' });
    expect(refused('```{name}```')).toEqual({ kind: 'hunt-multiline', values: {} });
  });

  it('is refused to a customer who lacks a value, by name', () => {
    const unknown = aCustomer({ name: 'Northwind', domains: [] });
    expect(refused('{domain}', { ...unknown, domains: [] })).toEqual({
      kind: 'page-incomplete',
      values: { page: 'a hunt', customer: 'Northwind', placeholder: 'placeholder.defaultDomain' },
    });
  });

  it('is refused when it becomes longer than a query may be', () => {
    const long = `{name}${' '.repeat(huntLimits.query - 10)}`;
    expect(refused(long, { ...contoso, name: 'x'.repeat(100) })).toMatchObject({ kind: 'hunt-too-long' });
    expect(filled(long, { ...contoso, name: 'x' })).toHaveLength(huntLimits.query - 10 + 3);
  });
});
