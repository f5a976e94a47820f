import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { parseList } from '../../../../../src/main/customers/formats/parse-list.ts';
import { listEncodingOf } from '../../../../../src/main/customers/formats/encoding-label.ts';
import { sniff, type ListHints } from '../../../../../src/main/customers/formats/sniff.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { referenceKey } from '#shared/tenant/tenant-reference.ts';

const lark = '1b6f7a02-93d4-4e5b-8c1a-52f0e3d4a601';
const ember = 'c47e19d8-0a5b-4f63-9e2d-7b81f60c3a52';
const bell = 'e90a3c6d-5b27-4d18-a4f9-36c2b07d8e13';
const record = '11111111-aaaa-4bbb-8ccc-000000000001';

interface Taken {
  /** `reference | name | default domain | other domains`. */
  readonly rows: readonly string[];
  readonly refused: readonly string[];
  readonly duplicates: number;
  readonly told: readonly Problem[];
}

async function take(text: string): Promise<Taken | Problem> {
  const list = await parseList(text);
  if (!list.ok) return list.error;
  const { duplicates, refused, rows, told } = list.value;
  return {
    rows: rows.map(({ reference, name, defaultDomain, domains }) =>
      [referenceKey(reference), name ?? '', defaultDomain ?? '', domains.join(' ')]
        .join('|')
        .replace(/\|+$/, ''),
    ),
    refused: refused.map(({ line, problem }) => `${line} ${problem.kind}`),
    duplicates,
    told,
  };
}

async function takeFile(bytes: Uint8Array, hints?: ListHints): Promise<Taken | Problem> {
  const read = await sniff(bytes, hints);
  return read.ok ? take(read.value.text) : read.error;
}

const sample = (name: string) => readFile(new URL(`../../../../data/intake/${name}`, import.meta.url));
const both = { refused: [], duplicates: 0 };
const named = [`${lark}|Larkspur Veterinary Ltd`, `${ember}|Ember Freight`];
const whole = [
  `${lark}|Larkspur Veterinary Ltd|larkspurvets.example`,
  `${ember}|Ember Freight|emberfreight.example`,
];

test.each([
  ['type-line.csv', whole],
  ['array-as-type-name.csv', named],
  ['graph-contracts.csv', whole],
  ['format-list.txt', whole],
  ['excel-text-formula.csv', whole],
  ['invisible-signs.txt', [...named, `${bell}|Bell & Daughters`]],
  [
    'get-aztenant-table.txt',
    [
      `${lark}|Larkspur Veterinary Ltd||larkspurvets.example larkspurvets.onmicrosoft.com`,
      `${ember}|Ember Freight||emberfreight.onmicrosoft.com`,
      `${bell}|Bell & Daughters||bell.example bellanddaughters.example bell.onmicrosoft.com`,
    ],
  ],
])('a sample is read whole: %s', async (name, rows) => {
  expect(await takeFile(await sample(name))).toMatchObject({ ...both, rows });
});

test('a sample whose letters were guessed says so, and is right when they are chosen', async () => {
  const bytes = await sample('windows-1250.csv');
  expect(await sniff(bytes)).toMatchObject({ value: { encoding: 'windows-1252', guessed: true } });
  expect(await takeFile(bytes, { encoding: 'windows-1250' })).toMatchObject({
    rows: [`${lark}|Zakład Kolejowy Gdańsk|kolejowa.example`, `${ember}|Księgarnia Źródlana|aleje.example`],
  });
});

test('nothing that steers a terminal is left of a hostile sample', async () => {
  const read = await sniff(await sample('terminal-signs.txt'));
  const list = read.ok ? await parseList(read.value.text) : undefined;
  expect(list).toMatchObject({ value: { rows: [], refused: [{ text: 'Larkspur Veterinary' }] } });
});

const rows = `Name;Tenant ID\nLarkspur;${lark}\nEmber;${ember}\n`;
const domain = 'larkspurvets.example';

test.each([
  [
    'a block page',
    `<!DOCTYPE html>\n<html><title> Blocked </title>\n<p>\n${domain}\n</p></html>`,
    'list-web-page',
  ],
  ['in capitals, behind a byte order mark', `\uFEFF<HTML><BODY>\n${domain}\n</BODY></HTML>`, 'list-web-page'],
  ['behind comments', `\n<!-- proxy 7 -->\n<!-- ${lark} -->\n<html>\n${domain}`, 'list-web-page'],
  [
    'XHTML',
    `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html xmlns="http://www.w3.org/1999/xhtml">\n${domain}`,
    'list-web-page',
  ],
  [
    'a script that leads to a sign-in',
    `<script>location='https://login.example'</script>\n${domain}`,
    'list-web-page',
  ],
  ['a page without html', `<head><meta charset=utf-8></head>\n${domain}`, 'list-web-page'],
  ['a page behind a warning', `Warning: cache expired\n<!doctype html>\n<p>\n${domain}`, 'list-web-page'],
  ['a feed', `<?xml version="1.0"?>\n<rss><link>\n${domain}\n</link></rss>`, 'list-xml'],
  ['PowerShell’s XML', `<Objs Version="1.1.0.1">\n<S N="TenantId">${lark}</S>\n</Objs>`, 'list-xml'],
  [
    'Excel 2003',
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>`,
    'list-workbook',
  ],
  ['a drawing', `<svg xmlns="http://www.w3.org/2000/svg"><text>${domain}</text></svg>`, 'list-picture'],
  ['rich text', `{\\rtf1\\ansi ${domain}\\par ${lark}}`, 'list-document'],
  [
    'a raw mail',
    `Return-Path: <a@b.example>\nReceived: from x\n\tby y\nSubject: tenants\nMIME-Version: 1.0\n\n${domain}`,
    'list-mail',
  ],
  ['zeros', `${'\0'.repeat(500)}\n${domain}`, 'list-binary'],
  [
    'JSON of an error',
    `{"error":{"code":"AuthorizationFailed","message":"No access to ${lark}"}}`,
    'list-json-other',
  ],
  ['JSON of numbers', '[1, 2, 3]', 'list-json-other'],
  ['JSON of something else', '{"name":"pkg","version":"1.0.0","scripts":{"a":"b"}}', 'list-json-other'],
])('what is no list is named: %s', async (_what, text, kind) => {
  expect(await take(text)).toMatchObject({ kind });
  if (!text.includes('\0'))
    expect(await takeFile(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toMatchObject({ kind });
});

const latin = (signs: string) => Buffer.from(signs, 'latin1');
const zip = (...names: readonly string[]) => latin(`PK\x03\x04\x14\0${names.join('\0')}\0${domain}`);
const compound = (name: string) =>
  Buffer.concat([latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'), Buffer.from(name, 'utf16le')]);

test.each([
  ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'list-workbook'],
  ['xlsb', zip('[Content_Types].xml', 'xl/workbook.bin'), 'list-workbook'],
  ['ods', zip('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), 'list-workbook'],
  ['numbers', zip('Index/Document.iwa', 'Index/CalculationEngine.iwa'), 'list-workbook'],
  ['xls', compound('Workbook'), 'list-workbook'],
  ['an encrypted workbook', compound('EncryptedPackage'), 'list-workbook'],
  ['docx', zip('[Content_Types].xml', 'word/document.xml'), 'list-document'],
  ['odt', zip('mimetypeapplication/vnd.oasis.opendocument.text'), 'list-document'],
  ['doc', compound('WordDocument'), 'list-document'],
  ['msg', compound('__substg1.0_0037001F'), 'list-mail'],
  ['zip', zip('customers.csv'), 'list-packed'],
  ['gzip', gzipSync(rows), 'list-packed'],
  ['7z', latin('7z\xbc\xaf\x27\x1c\0\x04'), 'list-packed'],
  ['pdf', latin(`%PDF-1.7\n%\xe2\xe3\n${domain}\n`), 'list-document'],
  ['pdf behind other bytes', latin(`\r\n\r\n%PDF-1.4\n${domain}\n`), 'list-document'],
  ['png', latin(`\x89PNG\r\n\x1a\n\0\0\n${domain}\n`), 'list-picture'],
  ['jpeg', latin(`\xff\xd8\xff\xe0\0\x10JFIF\n${domain}\n`), 'list-picture'],
  ['bmp', latin(`BM\x36\0\x0c\0\n${domain}\n`), 'list-picture'],
  ['webp', latin(`RIFF\x10\0\0\0WEBPVP8 \n${domain}\n`), 'list-picture'],
  ['an executable', latin(`MZ\x90\0\x03\0\n${domain}\n`), 'list-binary'],
  ['elf', latin(`\x7fELF\x02\x01\n${domain}\n`), 'list-binary'],
  ['sqlite', latin(`SQLite format 3\0\n${domain}\n`), 'list-binary'],
  ['zeros in a text', latin(`${rows}\0\0\0`), 'list-binary'],
])('a file that is no text is named: %s', async (_what, bytes, kind) => {
  expect(await takeFile(bytes)).toMatchObject({ kind });
});

test.each([
  ['text/html; charset=utf-8', 'list-web-page'],
  ['application/xhtml+xml', 'list-web-page'],
  ['image/png', 'list-picture'],
  ['application/pdf', 'list-document'],
])('over https what the server says counts too: %s', async (contentType, kind) => {
  expect(await takeFile(Buffer.from(rows), { contentType })).toMatchObject({ kind });
});

test.each([
  'text/csv',
  'text/plain; charset=utf-8',
  'application/octet-stream',
  'application/vnd.ms-excel',
  '',
])('what may be a list is read: %s', async (contentType) => {
  expect(await takeFile(Buffer.from(rows), { contentType })).toMatchObject({ ...both });
});

test.each([
  ['names that begin as files do', `BMW Group;${lark}\nMZ Logistics;${ember}`, 2],
  ['a link in angle brackets', `<https://security.microsoft.com/?tid=${lark}>`, 1],
  ['a domain in angle brackets', `Larkspur <${domain}>`, 1],
  ['a pasted mail', `From: Ann\nTo: Bob\nSubject: new customer\n\nLarkspur ${lark}`, 1],
])('what only looks like a file of another kind is read: %s', async (_what, text, count) => {
  const taken = await takeFile(Buffer.from(text));
  expect('rows' in taken ? taken.rows : taken).toHaveLength(count);
});

const polish = `Nazwa;Tenant ID\r\nŁódź Żegluga;${lark}\r\n`;
const russian = `Name;Tenant ID\r\nРомашка;${lark}\r\n`;
const japanese = `Name,Tenant ID\r\nさくら商事,${lark}\r\n`;
const greek = `Name;Tenant ID\r\nΕλαία;${lark}\r\n`;

/** As a program of that code page writes it: found by decoding each byte, or pair of bytes. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map<string, readonly number[]>();
  for (let first = 255; first >= 0; first -= 1) {
    if (first >= 0x81 && encoding === 'shift_jis')
      for (let second = 0x40; second <= 0xfc; second += 1)
        bytes.set(decoder.decode(new Uint8Array([first, second])), [first, second]);
    bytes.set(decoder.decode(new Uint8Array([first])), [first]);
  }
  return new Uint8Array([...text].flatMap((sign) => bytes.get(sign) ?? [0x3f]));
}

test.each([
  ['windows-1250', polish],
  ['iso-8859-2', polish],
  ['windows-1251', russian],
  ['koi8-r', russian],
  ['windows-1253', greek],
  ['shift_jis', japanese],
] as const)('letters in %s are guessed and told, and right once chosen', async (encoding, text) => {
  const bytes = encode(text, encoding);
  expect(await sniff(bytes)).toMatchObject({ value: { guessed: true } });
  expect(await sniff(bytes, { encoding })).toMatchObject({ value: { text, guessed: false } });
  const contentType = `text/csv; charset=${encoding}`;
  expect(await sniff(bytes, { contentType })).toMatchObject({ value: { text, guessed: false } });
});

test.each([
  ['ibm850', 'M\x81ller Soci\x82t\x82 \x9drsted', 'Müller Société Ørsted'],
  ['ibm437', 'M\x81ller Se\xa4or \xe1', 'Müller Señor ß'],
  ['ibm852', '\x9d\xa2d\xab Zlat\xa0 \xfdeka', 'Łódź Zlatá řeka'],
  ['ibm866', '\x90\xae\xac\xa0\xe8\xaa\xa0', 'Ромашка'],
  ['macintosh', 'M\x9fller Soci\x8et\x8e', 'Müller Société'],
] as const)(
  'letters that a console or an old Mac wrote are right once chosen: %s',
  async (encoding, bytes, name) => {
    const list = latin(`Name;Tenant ID\r\n${bytes};${lark}\r\n`);
    expect(await sniff(list)).toMatchObject({ value: { guessed: true } });
    expect(await takeFile(list, { encoding })).toMatchObject({ ...both, rows: [`${lark}|${name}`] });
    expect(await takeFile(list, { contentType: `text/csv; charset=${encoding}` })).toMatchObject({
      rows: [`${lark}|${name}`],
    });
  },
);

test.each([
  ['cp850', 'ibm850'],
  ['850', 'ibm850'],
  ['OEM 437', 'ibm437'],
  ['IBM852', 'ibm852'],
  ['cp866', 'ibm866'],
  ['10000', 'macintosh'],
])('a code page of a console is known by its label: %s', (label, encoding) => {
  expect(listEncodingOf(label)).toBe(encoding);
});

test.each([
  ['UTF-16 LE without a mark', Buffer.from(polish, 'utf16le')],
  ['UTF-16 BE without a mark', Buffer.from(polish, 'utf16le').swap16()],
  ['UTF-8', Buffer.from(polish)],
])('what tells how it is written is not guessed: %s', async (_what, bytes) => {
  expect(await sniff(bytes)).toMatchObject({ value: { text: polish, guessed: false } });
});

test.each([
  ['M365 Tenant ID', 'Client'],
  ['Microsoft 365 Tenant Id', 'Account Name'],
  ['Office 365 TenantID', 'client_name'],
  ['Entra Tenant ID', 'companyName'],
  ['O365 Tenant GUID', 'Customer'],
  ['cf_tenant_id', 'organization_name'],
  ['governedTenantId', 'governedTenantName'],
  ['managedTenantId', 'displayName'],
  ['customerTenantId', 'accountName'],
  ['Tenant Identifier', 'Company'],
  ['Directory (tenant) ID', 'Organization'],
  ['ID du locataire', 'Nom de l’entreprise'],
  ['Identifiant du tenant', 'Nom du client'],
  ['Mandanten-ID', 'Kundenname'],
  ['Id. de inquilino', 'Razón social'],
  ['テナント ID', '表示名'],
  ['ﾃﾅﾝﾄ ＩＤ', '表示名'],
  ['Microsoft® Tenant ID¹', 'Customer²'],
  ['ディレクトリ (テナント) ID', '名前'],
  ['租户 ID', '名称'],
  ['目录(租户) ID', '显示名称'],
  ['테넌트 ID', '표시 이름'],
  ['ИД каталога (клиента)', 'Отображаемое имя'],
  ['ИД клиента', 'Название организации'],
  ['Microsoft テナント ID', '会社名'],
  ['Identyfikator dzierżawy', 'Nazwa wyświetlana'],
  ['ID tenanta', 'Zobrazovaný název'],
  ['ID do Locatário', 'Nome de exibição'],
  ['ID directory (tenant)', 'Ragione sociale'],
  ['Tenant-id', 'Weergavenaam'],
  ['Katalog-ID (klientorganisation)', 'Företagsnamn'],
  ['ID of the tenant', 'Name of customer'],
  ['ID de répertoire (locataire)', 'Nom de la société'],
  ['ID des Verzeichnisses', 'Name des Mandanten'],
  ['Identificador de directorio (inquilino)', 'Nombre de empresa'],
  ['ID della directory', "Nome dell'azienda"],
  ['Identificatore tenant', 'Nome del cliente'],
  ['Map-id', 'Naam van klant'],
  ['Lejerens id', 'Virksomhedsnavn'],
  ['Katalog-ID (leier)', 'Organisasjonsnavn'],
  ['Klientorganisations-ID', 'Organisationsnamn'],
  ['Identyfikator dzierżawcy', 'Nazwa organizacji'],
  ['ID do Diretório (inquilino)', 'Nome da organização'],
  ['ID adresáře (tenant)', 'Jméno zákazníka'],
  ['Kiracı kimliği', 'Müşteri adı'],
  ['Bérlőazonosító', 'Ügyfélnév'],
  ['Vuokraajan tunnus', 'Asiakkaan nimi'],
  ['Идентификатор тенанта', 'Название компании'],
  ['目錄識別碼', '公司'],
  ['租戶識別碼', '客戶'],
  ['租户标识符', '客户名'],
  ['ディレクトリID', '顧客'],
  ['디렉터리 ID', '회사'],
  ['Tenant ID (required)', 'Customer Name*'],
  ['Tenant ID / Directory ID', 'Customer / Client'],
  ['Customer tenant ID', 'Customer tenant'],
])('a heading is understood: %s beside %s', async (id, name) => {
  const text = `${name},${id},Seats,Plan\nLarkspur,${lark},42,E5\nEmber,${ember},7,E3\n`;
  expect(await take(text)).toMatchObject({ ...both, rows: [`${lark}|Larkspur`, `${ember}|Ember`] });
});

test.each([
  ['Nome organizzazione', 'Nome di dominio primario'],
  ['Klant', 'Naam van primair domein'],
  ['Kundenavn', 'Primært domænenavn'],
  ['Firmanavn', 'Primærdomene'],
  ['Kund', 'Primärt domännamn'],
  ['Klient', 'Nazwa domeny podstawowej'],
  ['Nome do cliente', 'Nome do domínio primário'],
  ['Zákazník', 'Název primární domény'],
  ['公司名稱', '主要網域名稱'],
  ['Firmenname', 'Primärer Domänenname'],
  ['Nom du client', 'Nom du domaine principal'],
  ['Şirket', 'Etki alanı adı'],
])('a heading of a domain is understood: %s beside %s', async (name, heading) => {
  const text = `${name};${heading};x\nLarkspur;${domain};1\nEmber;emberfreight.example;2\n`;
  expect(await take(text)).toMatchObject({
    ...both,
    rows: [`${domain}|Larkspur|${domain}`, 'emberfreight.example|Ember|emberfreight.example'],
  });
});

test.each([
  ['the id of an application', 'Klient-ID'],
  ['in another language', 'Identyfikator klienta'],
  ['an id of the list’s own', 'ID azienda'],
  ['a partner’s', 'ID del tenant partner'],
  ['two languages in one', 'Domeny-ID tenantu mappe'],
])(
  'an id under a heading of known words is no tenant’s when they say otherwise: %s',
  async (_what, heading) => {
    const text = `Nome;${heading};Domain\nLarkspur;${record};${domain}\n`;
    expect(await take(text)).toMatchObject({ ...both, rows: [`${domain}|Larkspur|${domain}`] });
  },
);

test.each([
  ['a remark', 'Default Domain (onmicrosoft.com)', `${lark}|Larkspur|${domain}`],
  ['one that says whose it is', 'Domain (partner)', `${lark}|Larkspur`],
  ['what has the form of a domain', 'Org.nr', `${lark}|Larkspur`],
])('a heading is read with %s in it: %s', async (_what, heading, row) => {
  const text = `Client;Tenant GUID;${heading}\nLarkspur;${lark};${domain}\n`;
  expect(await take(text)).toMatchObject({ ...both, rows: [row] });
});

test.each([
  ['Nome', 'Nome azienda'],
  ['Navn', 'Kundenavn'],
  ['Namn', 'Organisationsnamn'],
  ['名稱', '公司'],
])('in any language the name under “%s” gives way to the one under “%s”', async (any, organisation) => {
  const text = `${any};${organisation};Tenant ID\nJane Doe;Larkspur;${lark}\n`;
  expect(await take(text)).toMatchObject({ ...both, rows: [`${lark}|Larkspur`] });
});

test('a heading in Japanese is understood whole', async () => {
  const text = `表示名,テナント ID,既定のドメイン\nLarkspur,${lark},${domain}\nEmber,${ember},emberfreight.example\n`;
  expect(await take(text)).toMatchObject({
    ...both,
    rows: [`${lark}|Larkspur|${domain}`, `${ember}|Ember|emberfreight.example`],
  });
});

test.each([
  'ID подписки',
  'サブスクリプション ID',
  '对象 ID',
  'ID 주문',
  'Идентификатор ID',
  'ID της συνδρομής',
  'معرف ID',
])(
  'an id under a heading in other letters is no tenant’s for the Latin ones among them: %s',
  async (heading) => {
    const text = `Name;${heading};Domain\nLarkspur;${record};${domain}\n`;
    expect(await take(text)).toMatchObject({ ...both, rows: [`${domain}|Larkspur|${domain}`] });
    expect(await take(`[{"name":"Larkspur","${heading}":"${record}"}]`)).toMatchObject({
      kind: 'list-json-other',
    });
  },
);

test.each(['Дата tenant', '名 tenant id', 'Tenant ID партнёра', 'Домен name'])(
  'a heading with unknown words is unknown: %s',
  async (heading) => {
    const text = `Name;${heading};Domain\nLarkspur;${record};${domain}\n`;
    expect(await take(text)).toMatchObject({ ...both, rows: [`${domain}|Larkspur|${domain}`] });
  },
);

test.each([
  ['its type', '#TYPE Selected.System.Management.Automation.PSCustomObject\n'],
  ['its separator', 'sep=;\n'],
  ['a title', 'Customers of the north\n'],
  ['a title, a date and blank lines', '\n\nCustomers;;\nExported 2026-03-01;;\n\n'],
])('a heading is found behind %s', async (_what, before) => {
  const text = `${before}Customer;M365 Tenant ID;Seats\nLarkspur;${lark};42\nEmber;${ember};7\n`;
  expect(await take(text)).toMatchObject({ ...both, rows: [`${lark}|Larkspur`, `${ember}|Ember`] });
});

test.each([
  ['nothing of it', `Firm,Ref,Seats\nLarkspur,${lark},42\nEmber,${ember},7\n`, 'Firm, Ref, Seats'],
  [
    'only what names nobody',
    `Name,M-Code,Plan\nLarkspur,${lark},E5\nEmber,${ember},E3\n`,
    'Name, M-Code, Plan',
  ],
  [
    'an id of something else',
    `Company Name,Company ID\nLarkspur,1042\nEmber,1043\n`,
    'Company Name, Company ID',
  ],
  [
    'of users',
    `Id,DisplayName,UserPrincipalName\n${lark},Ann,ann@x.example\n${ember},Bob,b@x.example`,
    'Id, DisplayName, UserPrincipalName',
  ],
])('a table of which the heading tells %s is refused as one', async (_what, text, columns) => {
  expect(await take(text)).toEqual({ kind: 'list-no-tenant-column', values: { columns } });
});

test.each([
  [
    'az -o table',
    `Name         CloudName    SubscriptionId                        TenantId                              State\n-----------  -----------  ------------------------------------  ------------------------------------  -------\nProduction   AzureCloud   ${record}  ${lark}  Enabled\nTest         AzureCloud   ${bell}  ${ember}  Enabled\n`,
    [lark, ember],
  ],
  [
    'Format-Table with wide letters',
    `TenantId                             DisplayName DefaultDomainName\n--------                             ----------- -----------------\n${lark} さくら      ${domain}\n${ember} Ember       emberfreight.example\n`,
    [`${lark}|さくら|${domain}`, `${ember}|Ember|emberfreight.example`],
  ],
  [
    'Markdown',
    `| Customer | Tenant ID |\n|----------|:---------:|\n| Larkspur | ${lark} |\n| Ember | ${ember} |\n`,
    [`${lark}|Larkspur`, `${ember}|Ember`],
  ],
  [
    'drawn boxes',
    `┌──────────┬─────┐\n│ Name     │ TenantId │\n├──────────┼─────┤\n│ Larkspur │ ${lark} │\n│ Ember    │ ${ember} │\n└──────────┴─────┘\n`,
    [`${lark}|Larkspur`, `${ember}|Ember`],
  ],
  [
    'a database’s client',
    `+----------+------+\n| name     | tenant_id |\n+----------+------+\n| Larkspur | ${lark} |\n| Ember    | ${ember} |\n+----------+------+\n`,
    [`${lark}|Larkspur`, `${ember}|Ember`],
  ],
  [
    'columns without a ruler',
    `TENANT ID                              NAME           DOMAIN\n${lark}   Larkspur Vets  ${domain}\n${ember}   Ember          emberfreight.example\n`,
    [`${lark}|Larkspur Vets|${domain}`, `${ember}|Ember|emberfreight.example`],
  ],
  [
    'Format-List with a value over two lines',
    `\n\nTenantId : ${lark}\nName     : Larkspur\nDomains  : {${domain},\n           lark.onmicrosoft.com}\n\nTenantId : ${ember}\nName     : Ember\nDomains  : {}\n`,
    [`${lark}|Larkspur||${domain} lark.onmicrosoft.com`, `${ember}|Ember`],
  ],
  [
    'YAML',
    `- displayName: Larkspur\n  tenantId: ${lark}\n- displayName: 'Ember'\n  tenantId: ${ember}\n`,
    [`${lark}|Larkspur`, `${ember}|Ember`],
  ],
  ['a ticket', `Customer: Larkspur\nTenant ID: ${lark}\nSeverity: High\n`, [`${lark}|Larkspur`]],
])('what a terminal or a person shows is read: %s', async (_what, text, expected) => {
  expect(await take(text)).toMatchObject({ ...both, rows: expected });
});

test('a value that a terminal goes on with in the next line is joined as it was cut: words by a blank, ids and domains not', async () => {
  const text = [
    'DisplayName       : Larkspur International Holdings of the ',
    '                    United',
    '                    Kingdom',
    `TenantId          : ${lark.slice(0, 20)}`,
    `                    ${lark.slice(20)}`,
    'DefaultDomainName : larkspur',
    '                    vets.example',
    'Domains           : {larkspurvets.example, lark',
    '                    spur.example}',
    '',
    `Tenant            : ${ember.slice(0, 20)}`,
    `                    ${ember.slice(20)}`,
    "DisplayName       : 'Ember",
    "                    Freight'",
    '',
    'Tenant            : Bell &',
    '                    Daughters',
    'Domain            : bell.example',
  ].join('\n');
  expect(await take(text)).toMatchObject({
    ...both,
    rows: [
      `${lark}|Larkspur International Holdings of the United Kingdom|larkspurvets.example|larkspur.example`,
      `${ember}|Ember Freight`,
      'bell.example|Bell & Daughters|bell.example',
    ],
  });
});

test('what a terminal cut off is refused with the command that shows all of it', async () => {
  const text = `Id                    Name\n--                    ----\n1b6f7a02-93d4-4e5b... Larkspur\n${ember.slice(0, 18)}... Ember\n`;
  expect(await take(text)).toMatchObject({ rows: [], refused: ['3 list-cell-cut', '4 list-cell-cut'] });
});

test.each([
  'System.String[]',
  'Microsoft.Graph.PowerShell.Models.MicrosoftGraphContract[]',
  'N/A',
  'n.a.',
  'NULL',
  '-',
  '(none)',
  '#N/A',
  'undefined',
  '@{a=b}',
])('a cell that holds no value says nothing: %s', async (cell) => {
  const text = `Tenant ID;Name;Default domain;Domains\n${lark};${cell};${cell};${cell}\n${cell};Ember;emberfreight.example;\n`;
  expect(await take(text)).toMatchObject({ rows: [lark, 'emberfreight.example|Ember|emberfreight.example'] });
});

test.each([
  [
    'an own id beside a customer’s',
    `Id,CustomerId,DisplayName\n${record},${lark},Larkspur`,
    [`${lark}|Larkspur`],
  ],
  ['an own id alone', `Id,Name\n${lark},Larkspur`, [`${lark}|Larkspur`]],
  ['ARM’s form', `id,displayName,tenantId\n/tenants/${lark},Larkspur,${lark}`, [`${lark}|Larkspur`]],
  ['subscriptions', `id,name,tenantId,subscriptionId\n${record},Production,${lark},${record}`, [lark]],
  [
    'Excel’s text of a text',
    `Name,Tenant ID\nLarkspur,"=""${lark}"""\n="A, B",${ember}`,
    [`${lark}|Larkspur`, `${ember}|A, B`],
  ],
  ['a web site alone', `Name,Website\nLarkspur,https://www.${domain}/about`, [`${domain}|Larkspur`]],
])('ids are told apart in a table: %s', async (_what, text, expected) => {
  expect(await take(text)).toMatchObject({ ...both, rows: expected });
});

test.each([
  ['companies in a property of their own', { companies: [{ id: 1, name: 'Larkspur', tenant_id: lark }] }],
  ['two objects deep', { data: { clients: [{ client_name: 'Larkspur', azure_tenant_id: lark }] } }],
  [
    'JSON:API',
    { data: [{ id: '7', type: 'organizations', attributes: { name: 'Larkspur', 'tenant-id': lark } }] },
  ],
  [
    'a list of SharePoint',
    { value: [{ id: '7', fields: { Title: 'x', name: 'Larkspur', TenantId: lark } }] },
  ],
  ['a name beside the object', [{ name: 'Larkspur', microsoft: { tenantId: lark } }]],
  ['values that are none', [{ displayName: 'Larkspur', tenantId: lark, defaultDomain: 'System.String[]' }]],
])('JSON is understood: %s', async (_what, json) => {
  expect(await take(JSON.stringify(json))).toMatchObject({ ...both, rows: [`${lark}|Larkspur`] });
});

const inTenant = (tenantId: string, name: string) => ({ tenantId, name });
const allThree = [`${lark}|Larkspur`, `${ember}|Ember`, `${bell}|Bell`];
const threeOf = (first: string, second: string) => ({
  [first]: [inTenant(lark, 'Larkspur')],
  [second]: [inTenant(ember, 'Ember'), inTenant(bell, 'Bell')],
});
const machines = [{ name: 'dc01', domain: 'corp.mssp.example' }];

test.each([
  ['two lists by their elements', threeOf('gold', 'silver')],
  ['two that are named as lists', threeOf('customers', 'tenants')],
  ['lists in objects', { north: threeOf('gold', 'silver'), seats: [{ count: 3 }] }],
  [
    'lists in elements of an array',
    { partners: [{ a: 1, customers: [inTenant(lark, 'Larkspur')] }, { clients: threeOf('x', 'y').y }] },
  ],
  ['behind an array of something else', { errors: [{ code: 7 }], ...threeOf('gold', 'silver') }],
  ['behind an empty one that is named as a list', { value: [], ...threeOf('gold', 'silver') }],
  [
    'in an object’s objects',
    { rows: threeOf('x', 'y').x?.map((customer) => ({ customer })), more: threeOf('x', 'y').y },
  ],
  [
    'many elements of one, and another behind it',
    {
      gold: [inTenant(lark, 'Larkspur'), ...Array.from({ length: 3_000 }, () => inTenant(ember, 'Ember'))],
      silver: [inTenant(bell, 'Bell')],
    },
  ],
])('every list in JSON is read: %s', async (_what, json) => {
  for (const indent of [0, 2])
    expect(await take(JSON.stringify(json, null, indent))).toMatchObject({
      rows: allThree,
      refused: [],
      told: [],
    });
});

const two = threeOf('x', 'y').y;
const apart = 'list-json-left-out';

test.each([
  ['behind another', { servers: machines, customers: two }, allThree.slice(1), [`2 ${apart}`]],
  ['before another', { Tenants: two, servers: machines }, allThree.slice(1), [`12 ${apart}`]],
  [
    'between two others',
    { servers: machines, value: two, hosts: machines },
    allThree.slice(1),
    [`2 ${apart}`, `18 ${apart}`],
  ],
  ['in an object', { servers: machines, result: { items: two } }, allThree.slice(1), [`2 ${apart}`]],
  [
    'by a name and an id or name',
    { servers: machines, data: [{ tenant: ember, name: 'Ember' }] },
    [`${ember}|Ember`],
    [`2 ${apart}`],
  ],
  ['of ids alone', { servers: machines, value: [ember, bell] }, [ember, bell], [`2 ${apart}`]],
])('of lists in JSON only what is named as one is read, the others are told: %s', async (...row) => {
  const [, json, rows, refused] = row;
  expect(await take(JSON.stringify(json, null, 2))).toMatchObject({ rows, refused });
});

const keyed = [`${lark}|Larkspur|${domain}`, `${ember}|Ember`];

test.each([
  ['by tenant ID', { [lark]: { name: 'Larkspur', domain }, [ember.toUpperCase()]: { name: 'Ember' } }],
  ['by name', { Larkspur: { tenantId: lark, domain }, Ember: { tenantId: ember } }],
  ['by number', { 1: { tenantId: lark, name: 'Larkspur', domain }, 2: { tenantId: ember, name: 'Ember' } }],
  [
    'by domain',
    { [domain]: { tenantId: lark, name: 'Larkspur' }, 'ember.example': { tenantId: ember, name: 'Ember' } },
    [keyed[0], `${ember}|Ember|ember.example`],
  ],
  [
    'in a property that is named as a list',
    {
      version: 2,
      tenants: { [lark]: { name: 'Larkspur', domain } },
      customers: { Ember: { tenantId: ember } },
    },
  ],
  [
    'with lists of their own',
    { [lark]: { name: 'Larkspur', domain, users: [{ domain: 'x.example' }] }, [ember]: { name: 'Ember' } },
  ],
  ['as its name', { [lark]: 'Larkspur', [ember]: 'Ember' }, named.map((row) => row.split(' ')[0])],
  [
    'under its name',
    { Larkspur: lark, Ember: `https://security.microsoft.com/?tid=${ember}`, Bell: bell },
    allThree,
  ],
  [
    'by domain, as its name',
    { tenants: { [domain]: 'Larkspur', 'ember.example': { tenantId: ember, name: 'Ember' } } },
    [`${domain}|Larkspur|${domain}`, `${ember}|Ember|ember.example`],
  ],
  [
    'in an object there',
    { Larkspur: { tenant: { id: lark } }, Ember: { properties: { tenantId: ember } } },
    [`${lark}|Larkspur`, `${ember}|Ember`],
  ],
  ['alone in a list of tenants', { tenants: { Larkspur: { id: lark } } }, [`${lark}|Larkspur`]],
  [
    'with its domains',
    { [lark]: [domain, 'lark.example'], [ember]: null },
    [`${lark}|||${domain} lark.example`, ember],
  ],
])(
  'JSON of an object of customers is read as a list: %s',
  async (_what, json, rows: readonly unknown[] = keyed) => {
    for (const indent of [0, 2])
      expect(await take(JSON.stringify(json, null, indent))).toMatchObject({ ...both, rows });
  },
);

test('of an object of customers each is refused by itself, with its line', async () => {
  const json = {
    [lark]: { name: 'Larkspur', tenantId: bell },
    [ember]: 'Ember',
    Bell: {},
    note: 7,
    [bell]: 'Bell',
  };
  expect(await take(JSON.stringify(json, null, 1))).toMatchObject({
    rows: [`${ember}|Ember`, `${bell}|Bell`],
    refused: ['2 link-ambiguous', '7 link-unknown', '8 link-unknown'],
  });
  const text = JSON.stringify(
    { tenants: { [lark]: 'Larkspur', [ember]: { name: 'Ember' } }, seats: [{ a: 1 }] },
    null,
    1,
  );
  expect(await take(text)).toMatchObject({ refused: ['8 list-json-left-out'] });
  expect(await take(text.slice(0, text.indexOf('"Ember"')))).toMatchObject({
    rows: [`${lark}|Larkspur`],
    refused: [expect.stringContaining('list-json-broken')],
  });
  expect(await take(`{"${lark}": "Larkspur",`)).toMatchObject({
    rows: [`${lark}|Larkspur`],
    refused: ['1 list-json-broken'],
  });
});

test.each([
  ['tenants with a part each', { source: { tenantId: lark }, target: { tenantId: ember } }, 'link-ambiguous'],
  ['ids of anything', { correlationId: lark, requestId: ember }, 'list-json-other'],
  ['hosts', { Proxy: 'proxy.example.com', Mail: 'mail.example.com' }, 'list-json-other'],
])('an object is no list of customers for what stands in it: %s', async (_what, json, kind) => {
  const taken = await take(JSON.stringify(json));
  expect('rows' in taken ? taken : { rows: [], refused: [`1 ${taken.kind}`] }).toMatchObject({
    rows: [],
    refused: [`1 ${kind}`],
  });
});

test.each([
  ['in a list of tenants', { tenants: [{ id: lark, name: 'Larkspur' }] }],
  ['in an object called one', [{ name: 'Larkspur', tenant: { id: lark } }]],
  [
    'in a delegation of Azure',
    [
      {
        id: `/subscriptions/x/providers/Microsoft.ManagedServices/registrationAssignments/${record}`,
        properties: {
          registrationDefinition: {
            properties: { managedByTenantId: bell, manageeTenantId: lark, manageeTenantName: 'Larkspur' },
          },
        },
      },
    ],
  ],
])('the tenant’s id is found in JSON: %s', async (_what, json) => {
  expect(await take(JSON.stringify(json))).toMatchObject({ ...both, rows: [`${lark}|Larkspur`] });
});

test('of objects in an object that name different tenants, the customer’s is taken, or none', async () => {
  const [customer, partner] = [inTenant(lark, 'Larkspur'), inTenant(bell, 'Bell')];
  for (const json of [
    { partner, customer },
    { customer, partner },
    { a: customer, b: { ...customer } },
  ])
    expect(await take(JSON.stringify([json]))).toMatchObject({ rows: [`${lark}|Larkspur`], refused: [] });
  const json = [{ one: customer, other: partner }, inTenant(ember, 'Ember')];
  expect(await take(JSON.stringify(json))).toMatchObject({
    rows: [`${ember}|Ember`],
    refused: ['1 link-ambiguous'],
  });
  const hosts = [{ one: { domain }, other: { domain: 'corp.example' } }, ...(threeOf('x', 'y').y ?? [])];
  expect(await take(JSON.stringify(hosts))).toMatchObject({
    rows: allThree.slice(1),
    refused: ['1 link-ambiguous'],
  });
});

test('an array of something else that has a list’s name takes no customer off another', async () => {
  const json = { items: [{ sku: 1 }], gold: [inTenant(lark, 'Larkspur')] };
  expect(await take(JSON.stringify(json))).toMatchObject({
    rows: [`${lark}|Larkspur`],
    refused: ['1 link-unknown'],
  });
});

test('of several lists in JSON that is cut off, all before the fault is read, and the fault told', async () => {
  const json = JSON.stringify(threeOf('gold', 'silver'), null, 1);
  const cut = json.slice(0, json.indexOf('"Bell"'));
  expect(await take(cut)).toMatchObject({ rows: allThree.slice(0, 2), refused: ['15 list-json-broken'] });
  const behind = json.replace(/\}$/, ', "more');
  expect(await take(behind)).toMatchObject({ rows: allThree, refused: ['18 list-json-broken'] });
});

test('one tenant under two names is refused and shown, and no other row for it', async () => {
  expect(await take(`Larkspur;${lark}\nEmber;${ember}\nFalse friend;${lark}`)).toMatchObject({
    rows: [`${ember}|Ember`],
    refused: ['1 list-two-names', '3 list-two-names'],
  });
});

test('rows that say the same twice are one, and counted', async () => {
  expect(await take(`Larkspur;${lark}\nLARKSPUR;${lark}\n${lark}`)).toMatchObject({
    rows: [`${lark}|Larkspur`],
    refused: [],
    duplicates: 2,
  });
});

test.each([
  ['in a table', `Name,Tenant ID\n"Larkspur,${lark}\nEmber,${ember}`, '2'],
  ['in a line', `Ember;${ember}\n"Larkspur;${lark}`, '2'],
])('a quotation mark that is never closed is told: %s', async (_what, text, line) => {
  expect(await take(text)).toMatchObject({ told: [{ kind: 'list-quote-open', values: { line } }] });
});

test.each([
  ['a comma in a name', ',', 'Larkspur, Inc.'],
  ['a semicolon in a name', ';', 'Larkspur; Inc.'],
  ['a tab in a name', '\t', 'Larkspur\tInc.'],
  ['several in one', ',', 'Larkspur, Veterinary, Ltd'],
])(
  'a row with values beyond the heading’s columns is refused, and the next one read: %s',
  async (_what, sign, name) => {
    const text = [
      ['Tenant ID', 'Name', 'Default domain'],
      [lark, name, domain],
      [ember, 'Ember Freight', 'emberfreight.example', '', ' '],
    ]
      .map((cells) => cells.join(sign))
      .join('\n');
    expect(await take(text)).toMatchObject({ rows: [whole[1]], refused: ['2 list-row-too-wide'] });
    const list = await parseList(text);
    const columns = String(3 + name.split(sign).length - 1);
    expect(list).toMatchObject({
      value: { refused: [{ problem: { values: { cells: columns, columns: '3' } } }] },
    });
  },
);

const partsQuoted = [
  ['at its beginning', '"Les Amis" SARL'],
  ['at its beginning and end', '"Les Amis" et "Fils"'],
  ['in its middle', 'Les "Amis" SARL'],
  ['of no words', '"" SARL'],
  ['of one sign', '"A"B'],
] as const;

test.each(partsQuoted)('quotes around a part of a name are the name’s own: %s', async (_what, name) => {
  for (const sign of [';', ',', '\t', '|'])
    for (const before of ['', ' '])
      expect(
        await take(`Name${sign}Tenant ID\n${before}${name}  ${sign}${lark}\n"Ember" ${sign}"${ember}"`),
      ).toMatchObject({
        ...both,
        rows: [`${lark}|${name}`, `${ember}|Ember`],
        told: [],
      });
});

test.each(partsQuoted)('they stay beside a quote that is never closed: %s', async (_what, name) => {
  const text = `Name;Tenant ID;Plan\n${name};${lark};"E3\nEmber;${ember};E5`;
  expect(await take(text)).toMatchObject({
    rows: [`${lark}|${name}`, `${ember}|Ember`],
    refused: [],
    told: [{ kind: 'list-quote-open', values: { line: '2' } }],
  });
});

test('quotes around parts of a name are its own in a line without a heading', async () => {
  const text = `"Les Amis" SARL;${lark}\n"Ember" et "Fils";${ember}\n"Bell ""&"" Daughters";${bell}`;
  expect(await take(text)).toMatchObject({
    ...both,
    rows: [`${lark}|"Les Amis" SARL`, `${ember}|"Ember" et "Fils"`, `${bell}|Bell "&" Daughters`],
  });
});

test.each([
  ['Name', 'Company'],
  ['Full Name', 'Organisation'],
  ['displayName', 'customerName'],
  ['Nom', 'Société'],
  ['Name', 'Firma'],
  ['名前', '会社名'],
])('beside “%s” the name under “%s” is the customer’s', async (any, organisation) => {
  const id = 'Tenant ID';
  const expected = { ...both, rows: [`${lark}|Larkspur`, `${ember}|Ember`, `${bell}|Bell`] };
  for (const [one, other, first, second] of [
    [any, organisation, 'Jane Doe', 'Larkspur'],
    [organisation, any, 'Larkspur', 'Jane Doe'],
  ] as const) {
    const rest = one === any ? [`Ember;`, `Bell;yes`] : [`;Ember`, `1042;Bell`];
    const text = `${one};${other};${id}\n${first};${second};${lark}\n${rest[0]};${ember}\n${rest[1]};${bell}`;
    expect(await take(text)).toMatchObject(expected);
    const json = text
      .split('\n')
      .slice(1)
      .map((row) => {
        const [a, b, tenant] = row.split(';');
        return { [one]: a, [other]: b, [id]: tenant };
      });
    expect(await take(JSON.stringify(json))).toMatchObject(expected);
  }
});

test('a code of the list’s own is a customer’s name only where there is no other', async () => {
  const text = `Name;Customer;Tenant ID\nLarkspur;C-1042;${lark}\n;CUST00017;${ember}\n`;
  expect(await take(text)).toMatchObject({ ...both, rows: [`${lark}|Larkspur`, `${ember}|CUST00017`] });
});

test('a column whose heading is blank may have values', async () => {
  const text = `Name;Tenant ID;;\nLarkspur;${lark};x;y\nEmber;${ember};;\n`;
  expect(await take(text)).toMatchObject({ ...both, rows: [`${lark}|Larkspur`, `${ember}|Ember`] });
});

test('the greatest id is no tenant’s', async () => {
  expect(await take('Nobody;ffffffff-ffff-ffff-ffff-ffffffffffff')).toMatchObject({ rows: [] });
});

test('a row that is longer than any row is refused, and the next one read', async () => {
  const text = `Name,Tenant ID\nx${',x'.repeat(5_000)}\nEmber,${ember}`;
  expect(await take(text)).toMatchObject({ rows: [`${ember}|Ember`], refused: ['2 list-row-too-long'] });
});

const larkAndEmber = [`${lark}|Larkspur`, `${ember}|Ember`];

test.each([
  ['Jira’s headings', `||Customer||Tenant ID||\n|Larkspur|${lark}|\n|Ember|${ember}|`],
  [
    'links of a wiki',
    `||Customer||Tenant ID||\n|[Larkspur|https://wiki.example/7]|{{${lark}}}|\n|*Ember*|${ember}|`,
  ],
  [
    'Markdown’s signs',
    `| **Customer** | Tenant ID |\n|---|---|\n| **Larkspur** | \`${lark}\` |\n| [Ember](https://ember.example) | \`${ember}\` |`,
  ],
  ['typographic quotes', `Customer;Tenant ID\n“Larkspur”;“${lark}”\n„Ember“;«${ember}»`],
  ['single quotes', `'Customer','Tenant ID'\n'Larkspur','${lark}'\n'Ember','${ember}'`],
  ['brackets', `Customer;Tenant ID\nLarkspur;(${lark})\nEmber;[${ember}]`],
  ['ids without dashes', `Customer;Tenant ID\nLarkspur;${lark.replaceAll('-', '')}\nEmber;${ember}`],
  [
    'ids cut at a line’s end',
    `Customer;Tenant ID\nLarkspur;"${lark.slice(0, 19)}\n${lark.slice(19)}"\nEmber;${ember.slice(0, 18)} ${ember.slice(18)}`,
  ],
  [
    'formulas that link',
    `Customer,Tenant ID\n"=HYPERLINK(""https://lark.example"",""Larkspur"")",${lark}\n"=HYPERLINK(""https://ember.example"";""Ember"")",${ember}`,
  ],
  [
    'links to the portal',
    `Customer,Link\nLarkspur,"=HYPERLINK(""https://security.microsoft.com/?tid=${lark}"",""open"")"\nEmber,[open](https://security.microsoft.com/?tid=${ember})`,
  ],
  ['the same heading again', `Customer;Tenant ID\nLarkspur;${lark}\n\nCustomer;Tenant ID\nEmber;${ember}`],
  [
    'another order below',
    `Customer;Alias;Tenant ID\nLarkspur;x;${lark}\nAlias;Tenant ID;Customer\ny;${ember};Ember`,
  ],
  ['a mail’s answer', `> Customer;Tenant ID\n> Larkspur;${lark}\n> Ember;${ember}`],
  ['headings with a dot', `number,company.name,tenant.id\n1,Larkspur,${lark}\n2,Ember,${ember}`],
  ['ServiceNow’s headings', `number,company.name,u_tenant_id\n1,Larkspur,${lark}\n2,Ember,${ember}`],
  ['numbers of customers', `Customer;Company;Tenant ID\nC-001;Larkspur;${lark}\nC-002;Ember;${ember}`],
  [
    'a company called as a number is',
    `Customer;Company;Tenant ID\nC-001;Larkspur;${lark}\nEmber;AB-12;${ember}`,
  ],
])('what a program or a person writes around values is no part of them: %s', async (_what, text) => {
  expect(await take(text)).toMatchObject({ ...both, rows: larkAndEmber });
});

test('what the user wrote keeps its signs', async () => {
  const list = await parseList(`Tenant ID;Note;Alias\n${lark};*urgent*;'L'`);
  expect(list).toMatchObject({ value: { rows: [{ annotation: { note: '*urgent*', aliases: ["'L'"] } }] } });
});

test('an escaped sign of Markdown is a part of its cell', async () => {
  const text = `| Customer | Tenant ID |\n|---|---|\n| Larkspur \\| North | ${lark} |\n| Ember | ${ember} |`;
  expect(await take(text)).toMatchObject({ ...both, rows: [`${lark}|Larkspur | North`, `${ember}|Ember`] });
});

test('digits without dashes are an id only under a heading that says so', async () => {
  const digits = record.replaceAll('-', '');
  expect(await take(`ID;Customer;Domain\n${digits};Larkspur;${domain}`)).toMatchObject({
    ...both,
    rows: [`${domain}|Larkspur|${domain}`],
  });
});

test('a cell with several tenants says so', async () => {
  expect(await take(`Customer;Tenant ID\nLarkspur;${lark}, ${bell}\nEmber;${ember}`)).toMatchObject({
    rows: [`${ember}|Ember`],
    refused: ['2 link-ambiguous'],
  });
});

test('rows below a column of tenant IDs are refused one by one, and not for their columns', async () => {
  expect(await take('Customer;Tenant ID\nLarkspur;none\nEmber;?')).toMatchObject({
    rows: [],
    refused: ['2 link-unknown', '3 link-unknown'],
  });
});

test.each([
  [
    'a spreadsheet’s quotes around rows',
    `"Customer;Tenant ID"\n"Larkspur;${lark}"\n"Ember;${ember}"\n`,
    larkAndEmber,
  ],
  [
    'such quotes around quotes',
    `"Customer,Tenant ID"\n"""Larkspur, Inc."",${lark}"\n"Ember,${ember}"\n`,
    [`${lark}|Larkspur, Inc.`, `${ember}|Ember`],
  ],
  [
    'SharePoint’s schema',
    `ListSchema={"schemaXmlList":["<Field ID=\\"{${record}}\\" ${'x'.repeat(6_000)}"]}\n"Title","Company","Tenant ID","Status"\n"7","Larkspur","${lark}","active"\n"8","Ember","${ember}","active"`,
    larkAndEmber,
  ],
  [
    'HTML’s names of letters',
    `Customer;Tenant ID\nM&uuml;ller &amp; S&#246;hne;${lark}\nCaf&#xE9;;${ember}`,
    [`${lark}|Müller & Söhne`, `${ember}|Café`],
  ],
  ['the end that DOS writes', `Customer;Tenant ID\nLarkspur;${lark}\n\u001a`, [`${lark}|Larkspur`]],
])('what programs do to a list is undone: %s', async (_what, text, expected) => {
  expect(await take(text)).toMatchObject({ ...both, rows: expected });
});

test.each(['M\ufffdller', 'MÃ¼ller', 'SociÃ©tÃ©', 'Larkâ€™s'])(
  'a name that lost letters before is told, with its line: %s',
  async (name) => {
    expect(await take(`Customer;Tenant ID\nEmber;${ember}\n${name};${lark}`)).toMatchObject({
      told: [{ kind: 'list-letters-lost', values: { line: '3', text: name } }],
    });
  },
);

test.each(['SÃO PAULO Ltda', 'Ânima', 'Müller', 'Łódź'])(
  'a name with all its letters is not: %s',
  async (name) => {
    expect(await take(`Customer;Tenant ID\n${name};${lark}`)).toMatchObject({
      rows: [`${lark}|${name}`],
      told: [],
    });
  },
);

test.each([
  [`Larkspur ${lark} ${domain}`, `${lark}|Larkspur||${domain}`],
  [`Larkspur (${domain}): ${lark}`, `${lark}|Larkspur||${domain}`],
  [`larkspur.example ${lark}`, `${lark}|larkspur.example`],
  [`Larkspur.com Holdings ${lark}`, `${lark}|Larkspur.com Holdings`],
  [`Larkspur:${lark}`, `${lark}|Larkspur`],
  [`Larkspur=${lark}`, `${lark}|Larkspur`],
  [`TenantId=${lark}`, lark],
  [`Larkspur:${domain}`, `${domain}|Larkspur`],
  [`Larkspur Ltd (tenant ID ${lark})`, `${lark}|Larkspur Ltd`],
  [`Larkspur GmbH, tenant ${lark}`, `${lark}|Larkspur GmbH`],
  [`Kunde: Larkspur; Mandanten-ID: ${lark}; Domäne: ${domain}`, `${lark}|Larkspur||${domain}`],
  [`Tenant ${lark} - Larkspur`, `${lark}|Larkspur`],
  [`First Tenant ${lark}`, `${lark}|First Tenant`],
  [`- **Larkspur**: \`${lark}\``, `${lark}|Larkspur`],
  [`${lark} # Larkspur`, `${lark}|Larkspur`],
  [`${lark} (Larkspur)`, `${lark}|Larkspur`],
])('labels and signs in a line are no part of the name: %s', async (line, row) => {
  expect(await take(line)).toMatchObject({ ...both, rows: [row] });
});

test.each([
  ['in English', ['Name', 'Larkspur', 'Tenant ID', lark, 'Primary domain', domain, 'License', 'P2']],
  [
    'in French, with blank lines',
    ['Nom', '', 'Larkspur', '', 'ID de locataire', '', lark, '', 'Domaine principal', '', domain],
  ],
])('a portal’s page copied as text has a name and a value in two lines: %s', async (_what, lines) => {
  expect(await take(lines.join('\n'))).toMatchObject({ ...both, rows: [`${lark}|Larkspur|${domain}`] });
});
