import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { changeAnnotation } from '../../../../src/main/customers/annotations/change-annotation.ts';
import { cleanName } from '../../../../src/main/customers/sources/customer-name.ts';
import { csvLines } from '../../../../src/main/customers/exports/csv-export.ts';
import { listSeparator } from '../../../../src/main/customers/exports/list-separator.ts';
import type { ExportRow } from '../../../../src/main/customers/exports/export-rows.ts';
import { exportRows } from '../../../../src/main/customers/exports/export-rows.ts';
import { jsonLines } from '../../../../src/main/customers/exports/json-export.ts';
import { planImport } from '../../../../src/main/customers/imports/plan-import.ts';
import type { ResolvedRow } from '../../../../src/main/customers/formats/combine-rows.ts';
import { parseList } from '../../../../src/main/customers/formats/parse-list.ts';
import { sniff } from '../../../../src/main/customers/formats/sniff.ts';
import type { Annotation, ObservedCustomer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { annotationChanges, roughText } from '../../support/annotations.ts';
import { aTenantId } from '../../support/samples.ts';

const domain = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 2 })
  .map((labels) => `${labels.join('.')}.example`);

/** A customer as it can be on the list, with whatever a user may have written. */
const row: fc.Arbitrary<ExportRow> = fc
  .record({
    name: fc.option(roughText),
    defaultDomain: fc.option(domain),
    domains: fc.uniqueArray(domain, { maxLength: 3 }),
    change: annotationChanges,
  })
  .map(({ name, defaultDomain, domains, change }) => {
    const cleaned = cleanName(name ?? '');
    const annotation = changeAnnotation({}, change);
    return {
      tenantId: aTenantId(),
      ...(cleaned !== undefined && { name: cleaned }),
      ...(defaultDomain !== null && { defaultDomain }),
      domains: domains.filter((each) => each !== defaultDomain),
      annotation: annotation.ok ? annotation.value : {},
    };
  });

/** What an empty Tidegate exports after it has imported the text. */
async function importedInto(text: string): Promise<readonly ExportRow[]> {
  const read = await sniff(Buffer.from(text));
  const parsed = await parseList(read.ok ? read.value.text : '');
  if (!parsed.ok) throw new Error(parsed.error.kind);
  expect(parsed.value.refused).toEqual([]);
  const rows = parsed.value.rows.flatMap(({ reference, ...rest }): ResolvedRow[] =>
    reference.kind === 'tenant' ? [{ ...rest, tenantId: reference.tenantId }] : [],
  );
  const nothing = { listed: undefined, annotation: undefined };
  const { steps } = await planImport(rows, { customers: new Map(), written: () => nothing });
  const customers: ObservedCustomer[] = steps.map(({ after }) => after.listed);
  const annotations = new Map<TenantId, Annotation>(
    steps.map(({ tenantId, after }) => [tenantId, after.annotation]),
  );
  return exportRows([{ source: 'list', at: '2026-01-01T00:00:00.000Z', customers }], annotations);
}

/** As a source without names shows it: a name that is the first domain is none. */
function canonical({ name, ...rest }: ExportRow): ExportRow {
  const first = rest.defaultDomain ?? rest.domains[0] ?? rest.tenantId;
  return { ...rest, ...(name !== undefined && name !== first && { name }) };
}

test.each([',', ';'] as const)(
  'what a list of others would not mean literally is kept, parted by %s',
  async (separator) => {
    const odd = ['N/A', 'Fabrikam\u2011West', '１２３ 株式会社'].map((name) => ({
      ...{ tenantId: aTenantId(), name, defaultDomain: 'a.example', domains: [], annotation: { note: '-' } },
    }));
    expect(await importedInto([...csvLines(odd, separator)].join(''))).toEqual(odd);
  },
);

test.each([
  ['a table with semicolons', (rows: readonly ExportRow[]) => csvLines(rows, ';')],
  ['a table with commas', (rows: readonly ExportRow[]) => csvLines(rows, ',')],
  ['JSON', jsonLines],
] as const)('what is exported as %s comes back as it was', async (_what, lines) => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), async (rows) => {
      expect(await importedInto([...lines(rows)].join(''))).toEqual(rows.map(canonical));
    }),
    { numRuns: 150 },
  );
});

test('no cell of a table is a formula to a spreadsheet', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 3 }), (rows) => {
      const text = [...csvLines(rows, ',')].join('');
      const table = parse(text, { bom: true, record_delimiter: '\r\n' });
      expect(table).toHaveLength(rows.length + 1);
      for (const cell of table.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }),
    { numRuns: 150 },
  );
});

test('a formula in a name is kept as text, and is a name again after an import', async () => {
  const name = '=HYPERLINK("https://evil.example")';
  const rows = [{ tenantId: aTenantId(), name, domains: [], annotation: { note: "'+1 and ''" } }];
  const text = [...csvLines(rows, ';')].join('');
  expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  expect(await importedInto(text)).toEqual(rows);
});

test('a table has the separator of the system’s spreadsheets', () => {
  expect(['en-US', 'en-GB', 'fr-FR', 'de-DE', 'fr-CA'].map(listSeparator)).toEqual([',', ',', ';', ';', ';']);
  // What systems without a language tell.
  expect(['', 'C', 'POSIX', 'en_US.UTF-8'].map(listSeparator)).toEqual([',', ',', ',', ',']);
});
