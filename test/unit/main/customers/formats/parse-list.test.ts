import { expect, test } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import type { ListRow, ParsedList } from '../../../../../src/main/customers/formats/list-row.ts';
import { parseList } from '../../../../../src/main/customers/formats/parse-list.ts';
import { sniff } from '../../../../../src/main/customers/formats/sniff.ts';
import { problem } from '#shared/problems/problem.ts';
import { referenceKey } from '#shared/tenant/tenant-reference.ts';

const id = '3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c';
const other = '6512e372-efef-4f37-86e3-f273783fdca6';
const third = '2f1fe090-14ce-4a63-9fab-6b49be8659e1';

/** Rows as `line reference | name | default domain | domains`, which is what a table of expectations can hold. */
async function rowsOf(text: string): Promise<string[]> {
  return (await read(text)).rows.map(show);
}

async function refusedOf(text: string): Promise<string[]> {
  return (await read(text)).refused.map(({ line, text, problem }) => `${line} ${problem.kind} ${text}`);
}

async function read(text: string): Promise<ParsedList> {
  const list = await parseList(text);
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
  ['a name that ends with a bracket of its own', `Contoso <EU>, ${id}`, [`1 ${id}|Contoso <EU>`]],
  ['an arrow', `Contoso => ${id}`, [`1 ${id}|Contoso`]],
  ['the end of a sentence', `Contoso (${id}).`, [`1 ${id}|Contoso`]],
  ['a bracket without a blank', `Contoso(${id})`, [`1 ${id}|Contoso`]],
  ['a name in brackets behind', `${id}(Contoso)`, [`1 ${id}|Contoso`]],
  ['a name with brackets of its own', `Contoso (EU)[${id}]!`, [`1 ${id}|Contoso (EU)`]],
  ['Japanese signs', `株式会社コントソ（${id}）。`, [`1 ${id}|株式会社コントソ`]],
  ['a Chinese colon', `顧客：${id}、コントソ`, [`1 ${id}|コントソ`]],
  ['several domains on one line', 'contoso.com; fabrikam.com', ['1 contoso.com', '1 fabrikam.com']],
  ['several ids on one line', `${id},${other}`, [`1 ${id}`, `1 ${other}`]],
])('a line is understood: %s', async (_what, text, rows) => {
  expect(await rowsOf(text)).toEqual(rows);
  expect(await refusedOf(text)).toEqual([]);
});

test('lines keep their numbers past blank ones, rulers and comments', async () => {
  const text = `# ours\r\n\r\ncontoso.com\r\n-----\r\nContoso too many words\r${id}`;
  expect(await rowsOf(text)).toEqual(['3 contoso.com', `6 ${id}`]);
  expect(await refusedOf(text)).toEqual(['5 link-unknown Contoso too many words']);
});

test('drawn lines and empty rows are not rows; a line of other signs is refused', async () => {
  expect(await refusedOf(`-----\n|---|:--|\n;;;\n"","" \n???\n(…)\n${id}`)).toEqual([
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
  ['only punctuation', '???', 'link-unknown'],
  ['two ids and a name', `Contoso\t${id}\t${other}`, 'link-ambiguous'],
])('a line that names no tenant is refused with its reason: %s', async (_what, text, kind) => {
  expect(await rowsOf(text)).toEqual([]);
  expect(await refusedOf(text)).toEqual([
    `1 ${kind} ${text.replace('\t', ' ').replace('\t', ' ').slice(0, 80)}`,
  ]);
});

test('one bad row costs no other row', async () => {
  const text = `tenantId,name,defaultDomain\n${id},Contoso,contoso.com\n${id}0,Bad\n,No id,\n${other},Fabrikam,`;
  expect(await rowsOf(text)).toEqual([`2 ${id}|Contoso|contoso.com`, `5 ${other}|Fabrikam`]);
  expect(await refusedOf(text)).toEqual([`3 tenant-id-invalid ${id}0,Bad`, '4 link-unknown ,No id,']);
});

test.each([
  [
    'Partner Center’s export of customers',
    `"Microsoft ID","Company name","Primary domain name","Relationship"\r\n"${id}","Contoso, Inc.","contoso.onmicrosoft.com","Cloud Reseller"\r\n`,
    [`2 ${id}|Contoso, Inc.|contoso.onmicrosoft.com`],
  ],
  [
    'Partner Center’s export with tags',
    `Microsoft ID,Company name,Primary domain name,Relationship,Tags\r\n${id},Contoso,contoso.onmicrosoft.com,Cloud Reseller,"gold, north"\r\n`,
    [`2 ${id}|Contoso|contoso.onmicrosoft.com`],
  ],
  [
    'CIPP’s page of tenants as CSV',
    `"displayName","defaultDomainName","tenantGroups","portal_m365","portal_security","portal_compliance"\n"Contoso","contoso.com","No data","https://admin.cloud.microsoft/?delegatedOrg=contoso.onmicrosoft.com","https://security.microsoft.com/?tid=${id}","https://compliance.microsoft.com/?tid=undefined"\n`,
    [`2 ${id}|Contoso|contoso.com`],
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
])('a table with a heading is understood: %s', async (_what, text, rows) => {
  expect(await rowsOf(text)).toEqual(rows);
  expect(await refusedOf(text)).toEqual([]);
});

test.each([
  ['a name with a dot', 'Tenant;Domain\nTui.de;tui.com', ['2 tui.com|Tui.de|tui.com']],
  ['one with capitals', 'Tenant;Domain\nE.ON;eon.com', ['2 eon.com|E.ON|eon.com']],
  [
    'one that is the domain',
    'Tenant;Domain\nBooking.com;booking.com',
    ['2 booking.com|Booking.com|booking.com'],
  ],
  ['a column of domains', 'Tenant;Domains\nTui.de;tui.com tui.fr', ['2 tui.com|Tui.de||tui.com tui.fr']],
  ['beside an id', `Tenant;Tenant ID\nE.ON;${id}`, [`2 ${id}|E.ON`]],
  ['an id', `Tenant;Domain\n${id};contoso.com`, [`2 ${id}||contoso.com`]],
  [
    'a link',
    `Tenant;Domain\nhttps://security.microsoft.com/?tid=${id};contoso.com`,
    [`2 ${id}||contoso.com`],
  ],
  ['a domain, and no column of them', 'Tenant;Alias\ncontoso.com;Ct', ['2 contoso.com']],
  [
    'a domain, and an empty cell of them',
    'Tenant;Domain\ncontoso.com;\nE.ON;eon.com',
    ['2 contoso.com', '3 eon.com|E.ON|eon.com'],
  ],
  [
    'a domain that a tenant is born with',
    'Tenant;Domain\nContoso.onmicrosoft.com;contoso.com',
    ['2 contoso.onmicrosoft.com||contoso.com'],
  ],
  [
    'one beside an id',
    `Tenant;Tenant ID;Name\ncontoso.onmicrosoft.com;${id};Contoso`,
    [`2 ${id}|Contoso||contoso.onmicrosoft.com`],
  ],
])('a column that may hold ids or names: %s', async (_what, text, rows) => {
  expect(await rowsOf(text)).toEqual(rows);
  expect(await refusedOf(text)).toEqual([]);
});

test.each([
  ['contoso.com, contoso.net', 'contoso.com|contoso.net'],
  ['"contoso.com; contoso.net; contoso.com"', 'contoso.com|contoso.net'],
  ['contoso.com / contoso.net', 'contoso.com|contoso.net'],
  ['Contoso.com and contoso.net', 'contoso.com|contoso.net'],
  ['"contoso.com\ncontoso.net"', 'contoso.com|contoso.net'],
  ['@fabrikam.com', 'fabrikam.com'],
  ['info@fabrikam.com', 'fabrikam.com'],
  ['www.adatum.com/', 'adatum.com'],
  ['https://www.adatum.com/about?x=1', 'adatum.com'],
  ['http://adatum.com:8080', 'adatum.com'],
  ['*.adatum.com', 'adatum.com'],
  ['<adatum.com> (default)', 'adatum.com'],
  ['mail.adatum.com.', 'mail.adatum.com'],
])('a cell of domains is read beside an id and alone: %s', async (cell, domains) => {
  const [first] = domains.split('|');
  expect(await rowsOf(`Tenant ID;Name;Domain\n${id};C;${cell}`)).toEqual([`2 ${id}|C|${domains}`]);
  expect(await rowsOf(`Name;Domain;Note\nC;${cell};x`)).toEqual([`2 ${first}|C|${domains}`]);
});

test('of many domains that are none the first is told, and how many more', async () => {
  const { rows, told } = await read(`Tenant ID;Domain\n${id};contoso\n${other};fabrikam`);
  expect(rows).toHaveLength(2);
  expect(told).toEqual([problem('list-domains-unread', { line: '2', text: 'contoso', more: '1' })]);
});

test.each(['on premises', 'contoso', 'contoso,com', '10.0.0.1', 'https://security.microsoft.com/'])(
  'a cell of domains with none in it is refused as its column; beside an id it is told and left out: %s',
  async (cell) => {
    const alone = await read(`Tenant ID;Domain\n;${cell}\n${other};contoso.com`);
    expect(alone.rows).toHaveLength(1);
    expect(alone.refused).toMatchObject([{ line: 2, column: 'Domain', problem: { kind: 'link-unknown' } }]);
    const beside = await read(`Tenant ID;Domain\n${id};${cell}\n${other};contoso.com`);
    expect(beside.refused).toEqual([]);
    expect(beside.rows).toHaveLength(2);
    expect(beside.told).toEqual([problem('list-domain-unread', { line: '2', text: cell })]);
  },
);

test.each([
  'https://www.facebook.com/contosobakery',
  'facebook.com/contosobakery',
  'https://fr-fr.facebook.com/contoso',
  'https://www.linkedin.com/company/contoso',
  'https://x.com/contoso',
  'https://sites.google.com/view/contoso',
  'https://contoso.business.site',
  'contoso.wixsite.com/home',
  'https://contoso.wordpress.com',
  'contoso.blogspot.co.uk',
  'https://contoso.github.io/',
  'https://contoso.sharepoint.com/sites/home',
  'https://contoso.azurewebsites.net',
  'contoso@gmail.com',
  'https://outlook.com',
  'https://admin.microsoft.com/',
])('a site on a host that many share names nobody: %s', async (site) => {
  const text = `Name;Website\nContoso Bakery;${site}\nFabrikam;https://www.fabrikam.com/`;
  expect(await rowsOf(text)).toEqual(['3 fabrikam.com|Fabrikam']);
  expect((await read(text)).refused).toMatchObject([
    { line: 2, column: 'Website', problem: { kind: 'domain-of-many' } },
  ]);
  expect(await rowsOf(`Name;Website;Domain\nC;${site};contoso.com`)).toEqual(['2 contoso.com|C|contoso.com']);
  expect(await rowsOf(`Name;Website;Tenant ID\nC;${site};${id}`)).toEqual([`2 ${id}|C`]);
});

test.each([
  ['https://www.contoso.com', 'contoso.com'],
  ['shop.contoso.com', 'shop.contoso.com'],
  ['https://contosofacebook.com', 'contosofacebook.com'],
  ['https://www.facebook.com/contoso, https://www.contoso.com', 'contoso.com'],
])('a site of the customer’s own names it: %s', async (site, domain) => {
  expect(await rowsOf(`Name;Website\nC;"${site}"`)).toEqual([`2 ${domain}|C`]);
});

test('a mailbox at a host that everybody uses looks up nobody', async () => {
  expect(await rowsOf('Name;Domain\nC;info@contoso.com\nD;anne@gmail.com')).toEqual([
    '2 contoso.com|C|contoso.com',
  ]);
  expect(await refusedOf('Domain\ngmail.com\nfacebook.com')).toEqual(['2 domain-of-many gmail.com']);
  expect(await rowsOf('Tenant;Tags\nhotmail.fr;a\ncontoso.com;b')).toEqual(['3 contoso.com']);
});

test('a heading that says the ids are no tenants’ is refused, and none of them is taken for one', async () => {
  const text = `Subscription name,Subscription ID\nProduction,${id}`;
  const values = { columns: 'Subscription name, Subscription ID' };
  expect(await parseList(text)).toEqual({ ok: false, error: { kind: 'list-no-tenant-column', values } });
});

test('a table without a column that names a tenant is refused as a whole, by its columns', async () => {
  const values = { columns: 'Company, Country' };
  expect(await parseList('Company;;Country\nContoso;x;FR\nFabrikam;y;DE')).toEqual({
    ok: false,
    error: { kind: 'list-no-tenant-column', values },
  });
});

test('two ids that differ in one row are refused', async () => {
  const [refused] = await refusedOf(`tenantId,link\n${id},https://security.microsoft.com/?tid=${other}`);
  expect(refused).toContain('2 link-ambiguous');
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

test('the output of `az account tenant list` is understood, bad elements with their lines', async () => {
  expect(await rowsOf(azTenantList)).toEqual([
    `2 ${id}|Contoso|contoso.com|contoso.onmicrosoft.com`,
    `12 ${other}`,
  ]);
  expect(await refusedOf(azTenantList)).toEqual([`15 link-unknown {"displayName":"Nobody","id":"${third}"}`]);
});

test('the same, copied from a terminal with what stood around it', async () => {
  const text = `PS C:\\> az account tenant list\n${azTenantList}\nPS C:\\> \n`;
  expect(await rowsOf(text)).toEqual([`3 ${id}|Contoso|contoso.com|contoso.onmicrosoft.com`, `13 ${other}`]);
  expect((await refusedOf(text)).map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual([
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
])('JSON is understood: %s', async (_what, json) => {
  for (const indent of [0, 2])
    expect((await rowsOf(JSON.stringify(json, null, indent)))[0]).toMatch(`${id}|Contoso`);
  expect(await rowsOf(JSON.stringify(json))).toHaveLength(1);
});

test('JSON of plain texts is understood', async () => {
  expect(await rowsOf(`["${id}",\n"contoso.com"]`)).toEqual([`1 ${id}`, '2 contoso.com']);
});

test('JSON that is cut off in its first element is refused at the line and column of the fault', async () => {
  expect(await rowsOf(azTenantList.slice(0, 200))).toEqual([]);
  expect((await refusedOf(azTenantList.slice(0, 200)))[0]).toMatch(/^7 list-json-broken/);
});

test('JSON that is cut off gives the elements before the fault', async () => {
  const cut = azTenantList.slice(0, azTenantList.indexOf('"Nobody"'));
  expect(await rowsOf(cut)).toHaveLength(2);
  expect((await refusedOf(cut)).map((row) => row.slice(0, 19))).toEqual(['15 list-json-broken']);
  expect((await read(`[{"tenantId":"${id}"},`)).refused).toMatchObject([{ line: 1, column: '1' }]);
});

const cipp = [
  {
    PartitionKey: 'Tenants',
    RowKey: id,
    customerId: id,
    displayName: 'Contoso',
    relationshipEnd: '2027-01-01T00:00:00Z',
    relationshipCount: 1,
    defaultDomainName: 'contoso.com',
    initialDomainName: 'contoso.onmicrosoft.com',
    hasAutoExtend: true,
    delegatedPrivilegeStatus: 'granularDelegatedAdminPrivileges',
    domains: '',
    Excluded: false,
    RequiresRefresh: false,
  },
  {
    customerId: other,
    displayName: '*Partner Tenant',
    defaultDomainName: 'mssp.example',
    domains: 'PartnerTenant',
  },
];

test('CIPP’s tenants as its API answers them', async () => {
  expect(await rowsOf(JSON.stringify(cipp, null, 1))).toEqual([
    `2 ${id}|Contoso|contoso.com|contoso.onmicrosoft.com`,
    `17 ${other}|*Partner Tenant|mssp.example`,
  ]);
});

test('JSON of one object a line is understood', async () => {
  expect(await rowsOf(`{"tenantId":"${id}"}\n{"customerId":"${other}","displayName":"Fabrikam"}\n`)).toEqual([
    `1 ${id}`,
    `2 ${other}|Fabrikam`,
  ]);
});

test.each([
  ['a cell of a table', `Name;Tenant ID\nContoso;${id}0`, { line: 2, column: 'Tenant ID' }],
  ['a note that is too long', `Tenant ID;Note\n${id};${'x'.repeat(10_001)}`, { column: 'Note' }],
  ['neither yes nor no', `Tenant ID;Favourite\n${id};perhaps`, { column: 'Favourite' }],
  ['a row that names nobody', `Name;Tenant ID\nContoso;`, { line: 2, column: null }],
  ['a cell of a line', `Contoso;${id}0;x`, { line: 1, column: '2' }],
  ['a property', `[{"tenantId":"${id}0"}]`, { column: 'tenantId' }],
  [
    'a property of what the user wrote',
    `[{"tenantId":"${id}","annotation":{"colour":"red"}}]`,
    { column: 'annotation.colour' },
  ],
  ['its type', `[{"tenantId":"${id}","annotation":{"note":7}}]`, { column: 'annotation.note' }],
  ['JSON that is cut off', `[{"tenantId":\n "x`, { line: 2, column: '4' }],
])('a bad row says where it is wrong: %s', async (_what, text, place) => {
  expect((await read(text)).refused).toMatchObject([place]);
});

test('a table says what the user wrote, in the words of its reader', async () => {
  const text = [
    'ID de tenant;Étiquettes;Favori;Remarque;Alias;Couleur',
    `${id};"or; nord";oui;"Appeler ""Anne""\nà 9 h : ${other}";Ct;#036BB9`,
    `${other};;;;;`,
  ].join('\r\n');
  const { rows } = await read(text);
  expect(rows.map(({ annotation }) => annotation)).toEqual([
    {
      tags: ['or', 'nord'],
      favourite: true,
      note: `Appeler "Anne"\nà 9 h : ${other}`,
      aliases: ['Ct'],
      colour: '#036bb9',
    },
    undefined,
  ]);
});

test.each([
  ['a cell with commas', `Tenant ID;Tags\n${id};gold, eu west`],
  ['JSON in a cell', `Tenant ID;Tags\n${id};["gold","eu west"]`],
  ['Python in a cell', `Tenant ID;Tags\n${id};['gold', 'eu west']`],
  ['brackets alone', `Tenant ID;Tags\n${id};[gold, eu west]`],
  ['PowerShell', `TenantId : ${id}\nTags     : {gold, eu west}\n`],
  ['YAML in a line', `customers:\n  - tenantId: ${id}\n    tags: [gold, "eu west"]\n`],
  [
    'YAML below',
    `customers:\n  - tenantId: ${id}\n    tags:\n      - gold\n      - eu west\n    name: Contoso\n`,
  ],
  ['JSON', `[{"tenantId":"${id}","tags":["gold","eu west"]}]`],
])('several tags are several, as other programs write them: %s', async (_what, text) => {
  const { rows, refused } = await read(text);
  expect(rows.map(({ annotation }) => annotation?.tags)).toEqual([['gold', 'eu west']]);
  expect(refused).toEqual([]);
});

test('several other names are several, and a comma in one is its own', async () => {
  const aliasesOf = async (cell: string): Promise<unknown> =>
    (await read(`Tenant ID|Aliases\n${id}|${cell}`)).rows[0]?.annotation?.aliases;
  expect(await aliasesOf('CTS; Contoso, Inc.')).toEqual(['CTS', 'Contoso, Inc.']);
  expect(await aliasesOf('["CTS", "Contoso, Inc."]')).toEqual(['CTS', 'Contoso, Inc.']);
  expect(await aliasesOf(String.raw`["The \"Best\"", CTS]`)).toEqual(['The "Best"', 'CTS']);
  expect(await aliasesOf(String.raw`\[CTS]; Contoso`)).toEqual(['[CTS]', 'Contoso']);
});

test('while 50,000 rows are read, others get their turn', async () => {
  const text = `Domain;Name\n${Array.from({ length: 50_000 }, (_, row) => `c${row}.example;C ${row}`).join('\n')}`;
  let turns = 0;
  const tick = setInterval(() => (turns += 1), 1);
  await read(text);
  clearInterval(tick);
  expect(turns).toBeGreaterThan(5);
});

test('a domain that is repeated in a line of domains is one customer, and no name', async () => {
  expect(await rowsOf('contoso.com, fabrikam.com, contoso.com')).toEqual(['1 contoso.com', '1 fabrikam.com']);
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
])('a list that is large in an odd way is read as well: %s', async (_what, text, count) => {
  expect((await read(text)).rows).toHaveLength(count);
});

test('a tenant that is named twice is one row: its name, every domain', async () => {
  const text = `${id}\nContoso, ${id}, contoso.com\nCONTOSO, ${id}, contoso.fr`;
  expect(await rowsOf(text)).toEqual([`1 ${id}|Contoso||contoso.com contoso.fr`]);
  expect((await read(text)).duplicates).toBe(2);
});

test('names lose what cannot be seen', async () => {
  expect(await rowsOf(`Con\u202Etoso\u0000 \u200BLtd\t${id}`)).toEqual([`1 ${id}|Contoso Ltd`]);
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
])('a list has as many rows as it has', async (text, count) => {
  expect((await read(text)).rows).toHaveLength(count);
});

test.each([
  ['lines', Array.from({ length: 50_001 }, (_, row) => `c${row}.example`).join('\n')],
  ['a table', `Domain\n${Array.from({ length: 50_001 }, (_, row) => `c${row}.example`).join('\n')}`],
  ['JSON', JSON.stringify(Array.from({ length: 50_001 }, (_, row) => `c${row}.example`))],
])('more than 50,000 rows are refused: %s', async (_what, text) => {
  expect(await parseList(text)).toMatchObject({ ok: false, error: { kind: 'list-too-long' } });
});

test('more than 20 MB is refused unread', async () => {
  const text = 'x'.repeat(20 * 1024 * 1024 + 1);
  expect(await parseList(text)).toMatchObject({ ok: false, error: { kind: 'list-too-big' } });
  expect(await sniff(Buffer.from(text))).toMatchObject({ ok: false, error: { kind: 'list-too-big' } });
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
])('a file is decoded: %s', async (_what, bytes) => {
  expect(await sniff(bytes)).toMatchObject({ ok: true, value: { text: accented } });
});

test('a French list in Windows-1252 keeps its accents', async () => {
  const bytes = Buffer.from(`Société;Domaine\r\nCafé Zoé;cafe.example\r\n`, 'latin1');
  const read = await sniff(bytes);
  expect(read.ok && (await rowsOf(read.value.text))).toEqual(['2 cafe.example|Café Zoé|cafe.example']);
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

test('no text makes it throw, and every row of it is a customer or a refusal, unless none can be read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const list = await parseList(pieces.join(''));
      if (!list.ok) {
        expect(['list-no-tenant-column', 'list-json-other', 'list-binary']).toContain(list.error.kind);
        return;
      }
      const { rows, refused } = list.value;
      const lines = pieces.join('').split(/\r\n?|[\n\u2028\u2029]/).length;
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

test('no file makes it throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const read = await sniff(bytes);
      if (read.ok) await parseList(read.value.text);
    }),
    { numRuns: 1_000 },
  );
});

test('elements of JSON have their own lines, whatever stands around and in them', async () => {
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
  expect(await rowsOf(json)).toEqual([`5 ${id}`, '9 contoso.com']);
  expect((await refusedOf(json)).map((row) => row.slice(0, 16))).toEqual([
    '5 link-unknown {',
    '8 link-unknown 7',
  ]);
});
