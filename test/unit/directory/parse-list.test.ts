import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeList } from '../../../src/main/directory/list/decode-list.ts';
import type { ListRow, ParsedList } from '../../../src/main/directory/list/list-row.ts';
import { parseList } from '../../../src/main/directory/list/parse-list.ts';
import { referenceKey } from '../../../src/shared/tenant-reference.ts';

const id = '3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c';
const other = '6512e372-efef-4f37-86e3-f273783fdca6';
const third = '2f1fe090-14ce-4a63-9fab-6b49be8659e1';

/** Rows as `line reference | name | default domain | domains`, which is what a table of expectations can hold. */
function rowsOf(text: string): string[] {
  return read(text).rows.map(show);
}

function refusedOf(text: string): string[] {
  return read(text).refused.map(({ line, text, problem }) => `${line} ${problem.kind} ${text}`);
}

function read(text: string): ParsedList {
  const list = parseList(text);
  if (!list.ok) throw new Error(list.error.kind);
  return list.value;
}

function show({ line, reference, name, defaultDomain, domains }: ListRow): string {
  const parts = [`${line} ${referenceKey(reference)}`, name, defaultDomain, domains.join(' ') || undefined];
  return parts
    .map((part) => part ?? '')
    .join('|')
    .replace(/\|+$/, '');
}

test.each([
  ['a tenant id', id, [`1 ${id}`]],
  ['an id as PowerShell writes it', `{${id.toUpperCase()}}`, [`1 ${id}`]],
  ['a domain', 'Contoso.com', ['1 contoso.com']],
  ['a portal link', `https://security.microsoft.com/?tid=${id}`, [`1 ${id}`]],
  ['a link with a comma in it', `https://security.microsoft.com/alerts?f=a,b;c&tid=${id}`, [`1 ${id}`]],
  ['a name, a tab, an id', `Contoso\t${id}`, [`1 ${id}|Contoso`]],
  ['an id before its name', `${id};Contoso SA`, [`1 ${id}|Contoso SA`]],
  ['a name, a comma, a domain', 'Contoso, contoso.com', ['1 contoso.com|Contoso']],
  ['a name with a comma in it', 'Contoso, Inc., contoso.com', ['1 contoso.com|Contoso, Inc.']],
  ['a quoted name', `"Contoso; ""the"" company";${id}`, [`1 ${id}|Contoso; "the" company`]],
  ['a name with an inch mark', `19" racks, ${id}`, [`1 ${id}|19" racks`]],
  ['a quote that never ends', `"Contoso, ${id}`, [`1 ${id}|"Contoso`]],
  ['words before an id', `Contoso Ltd ${id}`, [`1 ${id}|Contoso Ltd`]],
  ['a name and a link', `Contoso: https://security.microsoft.com/?tid=${id}`, [`1 ${id}|Contoso`]],
  ['a name, an id and a domain', `Contoso, ${id}, contoso.com`, [`1 ${id}|Contoso||contoso.com`]],
  ['an id with its label', `Tenant ID: ${id}`, [`1 ${id}`]],
  ['a parameter of a link', `tid=${id}`, [`1 ${id}`]],
  ['a bullet', `  • Contoso - ${id}`, [`1 ${id}|Contoso`]],
  ['a numbered line', '12. contoso.com', ['1 contoso.com']],
  ['a customer’s own website beside the id', `Contoso, ${id}, https://www.contoso.com`, [`1 ${id}|Contoso`]],
  ['a name that has the form of a domain', 'Amazon.com, Inc., amazon.com', ['1 amazon.com|Amazon.com, Inc.']],
  ['such a name beside an id', `E.ON\t${id}`, [`1 ${id}|E.ON`]],
  ['several domains on one line', 'contoso.com; fabrikam.com', ['1 contoso.com', '1 fabrikam.com']],
  ['several ids on one line', `${id},${other}`, [`1 ${id}`, `1 ${other}`]],
])('a line is understood: %s', (_what, text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
  expect(refusedOf(text)).toEqual([]);
});

test('lines keep their numbers past blank ones, rulers and comments', () => {
  const text = `# ours\r\n\r\ncontoso.com\r\n-----\r\nContoso too many words\r${id}`;
  expect(rowsOf(text)).toEqual(['3 contoso.com', `6 ${id}`]);
  expect(refusedOf(text)).toEqual(['5 link-unknown Contoso too many words']);
});

test('drawn lines and empty rows are not rows; a line of other signs is refused', () => {
  expect(refusedOf(`-----\n|---|:--|\n;;;\n"","" \n???\n(…)\n${id}`)).toEqual([
    '5 link-unknown ???',
    '6 link-unknown (…)',
  ]);
});

test.each([
  ['a name alone', 'Contoso', 'link-unknown'],
  ['an id that lost a digit', `Contoso, ${id.slice(1)}`, 'tenant-id-invalid'],
  ['an id that lost a digit, with a domain', `Contoso, ${id.slice(1)}, contoso.com`, 'tenant-id-invalid'],
  ['a link elsewhere', `https://security.microsoft.com.evil.example/?tid=${id}`, 'link-look-alike'],
  ['a link that names no tenant', 'Contoso https://security.microsoft.com/', 'link-unknown'],
  ['personal accounts', 'Outlook\t9188040d-6c67-4c5b-b112-36a304b66dad', 'domain-consumer'],
  ['two ids and a name', `Contoso\t${id}\t${other}`, 'link-ambiguous'],
])('a line that names no tenant is refused with its reason: %s', (_what, text, kind) => {
  expect(rowsOf(text)).toEqual([]);
  expect(refusedOf(text)).toEqual([`1 ${kind} ${text.replace('\t', ' ').replace('\t', ' ').slice(0, 80)}`]);
});

test('one bad row costs no other row', () => {
  const text = `tenantId,name,defaultDomain\n${id},Contoso,contoso.com\n${id}0,Bad\n,No id,\n${other},Fabrikam,`;
  expect(rowsOf(text)).toEqual([`2 ${id}|Contoso|contoso.com`, `5 ${other}|Fabrikam`]);
  expect(refusedOf(text)).toEqual([`3 tenant-id-invalid ${id}0,Bad`, '4 link-unknown ,No id,']);
});

test.each([
  [
    'Partner Center’s export of customers',
    `"Microsoft ID","Company name","Primary domain name","Relationship"\r\n"${id}","Contoso, Inc.","contoso.onmicrosoft.com","Cloud Reseller"\r\n`,
    [`2 ${id}|Contoso, Inc.|contoso.onmicrosoft.com`],
  ],
  [
    'CIPP’s list of tenants',
    `displayName,defaultDomainName,customerId\nContoso,contoso.com,${id}\n`,
    [`2 ${id}|Contoso|contoso.com`],
  ],
  [
    'Excel on a French Windows',
    `Nom du client;Domaine par défaut;ID de l'annuaire\r\nSociété Générale;contoso.fr;${id}\r\n;;\r\n`,
    [`2 ${id}|Société Générale|contoso.fr`],
  ],
  [
    'Excel on a German Windows',
    `Kunde;Mandanten-ID;Domäne\r\n"Müller; Söhne";${id};mueller.example\r\n`,
    [`2 ${id}|Müller; Söhne|mueller.example`],
  ],
  ['Excel’s separator line', `sep=;\r\nName;TenantId\r\nContoso;${id}\r\n`, [`3 ${id}|Contoso`]],
  ['tabs from a spreadsheet', `Name\tTenant ID\nContoso\t${id}\n`, [`2 ${id}|Contoso`]],
  [
    'quoted line breaks',
    `name;tenantId\n"Con\ntoso";${id}\n"Fab";${other}`,
    [`2 ${id}|Con toso`, `4 ${other}|Fab`],
  ],
  [
    'one column of domains',
    'Domain\ncontoso.com\nfabrikam.com',
    ['2 contoso.com||contoso.com', '3 fabrikam.com||fabrikam.com'],
  ],
  ['one column of links', `Portal link\nhttps://security.microsoft.com/?tid=${id}`, [`2 ${id}`]],
  [
    'names in a column called Tenant',
    `Tenant;Domain\nContoso;contoso.com`,
    ['2 contoso.com|Contoso|contoso.com'],
  ],
  ['ids in a column called Tenant', `Tenant;Name\n${id};Contoso`, [`2 ${id}|Contoso`]],
  [
    'customer numbers beside domains',
    'Customer ID,Name,Domain\n1042,Contoso,contoso.com',
    ['2 contoso.com|Contoso|contoso.com'],
  ],
  [
    'several domains in a cell',
    `tenantId,domains\n${id},"contoso.com, contoso.fr"`,
    [`2 ${id}|||contoso.com contoso.fr`],
  ],
  [
    'a quote that never ends',
    `name,tenantId\n"Contoso,${id}\nFabrikam,${other}`,
    [`2 ${id}|Contoso`, `3 ${other}|Fabrikam`],
  ],
  [
    'a quote that ends rows later',
    `name,tenantId\n"Contoso,${id}\nFabrikam,${other}\nThird",${third}`,
    [`2 ${id}|Contoso`, `3 ${other}|Fabrikam`, `4 ${third}|Third`],
  ],
])('a table with a heading is understood: %s', (_what, text, rows) => {
  expect(rowsOf(text)).toEqual(rows);
  expect(refusedOf(text)).toEqual([]);
});

test('a heading that says the ids are no tenants’ is refused, and none of them is taken for one', () => {
  const text = `Subscription name,Subscription ID\nProduction,${id}`;
  expect(rowsOf(text)).toEqual([]);
  expect(refusedOf(text)).toEqual(['1 link-unknown Subscription name,Subscription ID']);
});

test('two ids that differ in one row are refused', () => {
  expect(refusedOf(`tenantId,link\n${id},https://security.microsoft.com/?tid=${other}`)[0]).toContain(
    '2 link-ambiguous',
  );
});

const azTenantList = `[
  {
    "countryCode": "US",
    "defaultDomain": "contoso.com",
    "displayName": "Contoso",
    "domains": ["contoso.com", "contoso.onmicrosoft.com"],
    "id": "/tenants/${id}",
    "tenantCategory": "Home",
    "tenantId": "${id}",
    "tenantType": "AAD"
  },
  {
    "id": "/tenants/${other}"
  },
  { "displayName": "Nobody", "id": "${third}" }
]`;

test('the output of `az account tenant list` is understood, bad elements with their lines', () => {
  expect(rowsOf(azTenantList)).toEqual([
    `2 ${id}|Contoso|contoso.com|contoso.onmicrosoft.com`,
    `12 ${other}`,
  ]);
  expect(refusedOf(azTenantList)).toEqual([`15 link-unknown {"displayName":"Nobody","id":"${third}"}`]);
});

test('the same, copied from a terminal with what stood around it', () => {
  const text = `PS C:\\> az account tenant list\n${azTenantList}\nPS C:\\> \n`;
  expect(rowsOf(text)).toEqual([`3 ${id}|Contoso|contoso.com|contoso.onmicrosoft.com`, `13 ${other}`]);
  expect(refusedOf(text).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual([
    '1 link-unknown',
    '16 link-unknown',
    '18 link-unknown',
  ]);
});

test.each([
  ['ARM', { value: [{ id: `/tenants/${id}`, tenantId: id, displayName: 'Contoso' }], nextLink: 'x' }],
  [
    'Graph’s GDAP customers',
    { '@odata.context': '[', value: [{ id, tenantId: id, displayName: 'Contoso' }] },
  ],
  [
    'Graph’s GDAP relationships',
    { value: [{ id: other, displayName: 'Admin', customer: { tenantId: id, displayName: 'Contoso' } }] },
  ],
  ['Graph’s contracts', { value: [{ id: other, customerId: id, displayName: 'Contoso' }] }],
  ['PowerShell', [{ Id: id, TenantId: id, Name: 'Contoso' }]],
  ['CIPP’s API', { Results: [{ customerId: id, displayName: 'Contoso' }] }],
  [
    'subscriptions of Azure CLI',
    [{ id: other, name: 'Production', homeTenantId: third, tenantId: id, tenantDisplayName: 'Contoso' }],
  ],
  ['one object', { tenantId: id, displayName: 'Contoso', federationBrandName: null }],
])('JSON is understood: %s', (_what, json) => {
  for (const indent of [0, 2]) expect(rowsOf(JSON.stringify(json, null, indent))[0]).toMatch(`${id}|Contoso`);
  expect(rowsOf(JSON.stringify(json))).toHaveLength(1);
});

test('JSON of plain texts is understood', () => {
  expect(rowsOf(`["${id}",\n"contoso.com"]`)).toEqual([`1 ${id}`, '2 contoso.com']);
});

test('JSON that is cut off is refused as a whole, at the line of the fault', () => {
  expect(rowsOf(azTenantList.slice(0, 200))).toEqual([]);
  expect(refusedOf(azTenantList.slice(0, 200))[0]).toMatch(/^6 list-json-broken/);
});

test('a domain that is repeated in a line of domains is one customer, and no name', () => {
  expect(rowsOf('contoso.com, fabrikam.com, contoso.com')).toEqual(['1 contoso.com', '1 fabrikam.com']);
});

const million = 1_000_000;

test.each([
  [
    'one line of many domains',
    Array.from({ length: 49_000 }, (_, row) => `c${row}.example`).join(', '),
    49_000,
  ],
  [
    'one tenant with many domains',
    Array.from({ length: 49_000 }, (_, row) => `X,${id},c${row}.example`).join('\n'),
    1,
  ],
  ['one domain over and over', 'a.example,'.repeat(million / 20), 1],
  ['one id over and over', `${id},`.repeat(million / 20), 1],
  ['quotes', `${'"x'.repeat(million)}\n${id}`, 1],
  ['dashes', `x${'-'.repeat(million)}x\n${id}`, 1],
  ['blanks', `x${' '.repeat(million)}x\n${id}`, 1],
  ['brackets', `${'['.repeat(million)}\n${id}`, 0],
  ['brackets in brackets', `["${id}",${'['.repeat(million)}${']'.repeat(million)}]`, 1],
  ['line breaks in a quoted cell', `name,tenantId\n"${'x\n'.repeat(million)}",${id}`, 1],
])('a list that is large in an odd way is read as well: %s', (_what, text, count) => {
  expect(read(text).rows).toHaveLength(count);
});

test('a tenant that is named twice is one row: first name, every domain', () => {
  const text = `${id}\nContoso, ${id}, contoso.com\nOld name, ${id}, contoso.fr`;
  expect(rowsOf(text)).toEqual([`1 ${id}|Contoso||contoso.com contoso.fr`]);
});

test('names lose what cannot be seen', () => {
  expect(rowsOf(`Con\u202Etoso\u0000 \u200BLtd\t${id}`)).toEqual([`1 ${id}|Contoso Ltd`]);
});

test.each([
  ['', 0],
  [' \r\n\t\n', 0],
  [id, 1],
  [Array.from({ length: 50_000 }, (_, row) => `c${row}.example`).join('\n'), 50_000],
  [
    `Domain;Name\n${Array.from({ length: 50_000 }, (_, row) => `c${row}.example;C ${row}`).join('\n')}`,
    50_000,
  ],
])('a list has as many rows as it has', (text, count) => {
  expect(read(text).rows).toHaveLength(count);
});

test.each([
  ['lines', Array.from({ length: 50_001 }, (_, row) => `c${row}.example`).join('\n')],
  ['a table', `Domain\n${Array.from({ length: 50_001 }, (_, row) => `c${row}.example`).join('\n')}`],
  ['JSON', JSON.stringify(Array.from({ length: 50_001 }, (_, row) => `c${row}.example`))],
])('more than 50,000 rows are refused: %s', (_what, text) => {
  expect(parseList(text)).toMatchObject({ ok: false, error: { kind: 'list-too-long' } });
});

test('more than 20 MB is refused unread', () => {
  const text = 'x'.repeat(20 * 1024 * 1024 + 1);
  expect(parseList(text)).toMatchObject({ ok: false, error: { kind: 'list-too-big' } });
  expect(decodeList(Buffer.from(text))).toMatchObject({ ok: false, error: { kind: 'list-too-big' } });
});

const accented = 'Nom;ID de tenant\r\nSociété “€”;…';

test.each([
  ['UTF-8', Buffer.from(accented)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${accented}`)],
  ['UTF-16 LE', Buffer.from(`\uFEFF${accented}`, 'utf16le')],
  ['UTF-16 BE', Buffer.from(`\uFEFF${accented}`, 'utf16le').swap16()],
  [
    'Windows-1252',
    Buffer.from(
      accented.replace('“', '\x93').replace('”', '\x94').replace('€', '\x80').replace('…', '\x85'),
      'latin1',
    ),
  ],
])('a file is decoded: %s', (_what, bytes) => {
  expect(decodeList(bytes)).toEqual({ ok: true, value: accented });
});

test('a French list in Windows-1252 keeps its accents', () => {
  const bytes = Buffer.from(`Société;Domaine\r\nCafé Zoé;cafe.example\r\n`, 'latin1');
  const text = decodeList(bytes);
  expect(text.ok && rowsOf(text.value)).toEqual(['2 cafe.example|Café Zoé|cafe.example']);
});

const piece = fc.oneof(
  fc.constantFrom(
    id,
    other,
    'contoso.com',
    `https://security.microsoft.com/?tid=${id}`,
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r\n',
    '[',
    ']',
    '{',
    '}',
    ':',
    '{"value":[',
    '"tenantId":',
    'tenantId',
    'Name;Tenant ID\n',
    'sep=;\n',
    '\uFEFF',
    '\u0000',
    '\\',
    '__proto__',
    'constructor',
    'null',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

test('no text makes it throw, and every row of it is a customer or a refusal', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { rows, refused } = read(pieces.join(''));
      const lines = pieces.join('').split(/\r\n?|\n/).length;
      for (const { line } of [...rows, ...refused]) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
      }
      for (const { text } of refused) expect(text.length).toBeLessThanOrEqual(80);
      expect(new Set(rows.map(({ reference }) => referenceKey(reference))).size).toBe(rows.length);
      expect(JSON.stringify(rows)).not.toContain('undefined');
    }),
    { numRuns: 1_000 },
  );
});

test('no file makes it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = decodeList(bytes);
      if (text.ok) parseList(text.value);
    }),
    { numRuns: 1_000 },
  );
});

test('elements of JSON have their own lines, whatever stands around and in them', () => {
  const json = `{
    "other": [1,
      2],
    "value": [
      "${id}", {"tenantId": "nothing",
        "x": [[], {"value": ["\\"]"]}]},

      7,
      "contoso.com"
    ] , "value2": [
      3]
  }`;
  expect(rowsOf(json)).toEqual([`5 ${id}`, '9 contoso.com']);
  expect(refusedOf(json).map((row) => row.slice(0, 16))).toEqual(['5 link-unknown {', '8 link-unknown 7']);
});
