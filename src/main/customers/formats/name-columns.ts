import type { FieldTexts } from './field-row.ts';
import type { Field } from './fields.ts';
import { composed, type Composed } from './heading-words.ts';
import { plain } from './plain-heading.ts';

/** A heading under which a person, a contract or a device may stand as well as a customer. */
const anyNames: ReadonlySet<string> = new Set(
  `name, full name, display name, nom, nom complet, nom d'affichage, anzeigename, nombre, nombre para mostrar, nome,
   nome de exibição, nome para exibição, nome visualizzato, naam, weergavenaam, namn, visningsnamn, navn, visningsnavn,
   nazwa, nazwa wyświetlana, název, zobrazovaný název, имя, отображаемое имя, название, 名前, 表示名, 名称, 显示名称,
   名稱, 顯示名稱, 이름, 표시 이름`
    .split(',')
    .map(plain),
);

/** A heading that says of the name below it that it is an organisation's. */
const organisations: ReadonlySet<string> = new Set(
  `company, company name, customer, customer name, organization, organisation, organization name, organisation name,
   client, client name, account name, business name, legal name, société, nom de la société, entreprise,
   nom de l'entreprise, nom d'entreprise, nom de l'organisation, nom du client, raison sociale, firma, firmenname,
   kunde, kundenname, unternehmen, name des unternehmens, cliente, nombre del cliente, empresa, razón social,
   nombre de la empresa, organización, nome da empresa, nome do cliente, organização, ragione sociale, azienda,
   società, nome società, nome azienda, nome cliente, organizzazione, bedrijf, bedrijfsnaam, klant, klantnaam,
   organisatie, företag, företagsnamn, kund, kundnamn, virksomhed, bedrift, nazwa firmy, nazwa klienta, klient,
   organizacja, zákazník, společnost, název společnosti, organizace, название организации, организация,
   название компании, компания, клиент, имя клиента, 会社名, 顧客名, 組織名, 公司名称, 客户名称, 组织名称, 公司名稱,
   客戶名稱, 회사 이름, 고객 이름, 조직 이름`
    .split(',')
    .map(plain),
);

/** What a name's column says beside others: an organisation's is the customer's rather than any other. */
export type NameColumn = 'organisation' | 'any';

const nameColumns: Readonly<Partial<Record<Composed, NameColumn>>> = {
  organisation: 'organisation',
  name: 'any',
};

/** For each heading; nothing but where both kinds stand beside each other, or two of an organisation. */
export function nameColumnsOf(headings: readonly string[]): readonly (NameColumn | undefined)[] {
  const columns = headings.map(plain).map((key) => {
    if (organisations.has(key)) return 'organisation';
    return anyNames.has(key) ? 'any' : nameColumns[composed(key) ?? 'tenant'];
  });
  const count = columns.filter((kind) => kind === 'organisation').length;
  return count > 1 || (count > 0 && columns.includes('any')) ? columns : [];
}

/** Gathers the texts of a row. The first name is the customer's, so an organisation's goes before any other. */
export class RowTexts {
  readonly #nameColumns: readonly (NameColumn | undefined)[];
  readonly #texts: Partial<Record<Field, string[]>> = {};
  readonly #otherNames: string[] = [];
  readonly #codes: string[] = [];

  constructor(nameColumns: readonly (NameColumn | undefined)[]) {
    this.#nameColumns = nameColumns;
  }

  /** `at`: the column's number, from 0. */
  add(at: number, field: Field, text: string): void {
    const kind = field === 'name' ? this.#nameColumns[at] : undefined;
    if (kind === 'any') this.#otherNames.push(text);
    else if (kind === 'organisation' && isCode(text)) this.#codes.push(text);
    else if (kind === undefined || !isNoName(text)) (this.#texts[field] ??= []).push(text);
  }

  /** By field; of a field that no column has, nothing. */
  get all(): FieldTexts {
    const names = [...(this.#texts.name ?? []), ...this.#otherNames, ...this.#codes];
    return names.length === 0 ? this.#texts : { ...this.#texts, name: names };
  }
}

/** `C-1042` or `CUST00017`: how a list numbers its organisations is their name only where they have no other. */
function isCode(text: string): boolean {
  return /^\s*(?:\p{L}{1,5}[-_ ]\d+|\p{L}{1,5}\d{3,})\s*$/u.test(text);
}

/** A number, or yes or no, in the column of an organisation is no name of one. */
function isNoName(text: string): boolean {
  return /^\s*(?:[\d\s.,-]*|yes|no|true|false|x|oui|non|ja|nein|sí|si)\s*$/i.test(text);
}
