import { composed } from './heading-words.ts';
import { bare, plain } from './plain-heading.ts';

/** What a column of a table, or a property of a JSON object, says about a customer. */
export type Field =
  | 'tenant'
  /** An id that is a tenant's in some lists and a number of their own in others: used when it has the form. */
  | 'perhapsTenant'
  /** The record's own id, which is the tenant's in lists of tenants alone: used when nothing else names one. */
  | 'ownId'
  /** The tenant's id in some lists and its name in others. */
  | 'tenantOrName'
  | 'link'
  /** A portal link that some lists write with no tenant in it: used when it has a tenant id. */
  | 'perhapsLink'
  | 'domain'
  | 'domains'
  /** A web site: its domain is used when nothing else names a tenant. */
  | 'site'
  | 'name'
  /** The id of something that is no tenant; known so that it is never taken for one. */
  | 'otherId'
  | AnnotationField;

/** What the user wrote, in a list that Tidegate or somebody who knows its headings made. */
export const annotationFields = [
  'ownName',
  'aliases',
  'tags',
  'favourite',
  'hidden',
  'note',
  'instruction',
  'atLaunch',
  'colour',
  'links',
  'browser',
  'isolation',
  'ownProfile',
  'account',
] as const;
export type AnnotationField = (typeof annotationFields)[number];

/** A list with none of these names no tenant. */
export const findable: ReadonlySet<Field> = new Set([
  'tenant',
  'perhapsTenant',
  'ownId',
  'tenantOrName',
  'link',
  'perhapsLink',
  'domain',
  'domains',
  'site',
]);

/** Where an address is asked for. */
export const addresses: ReadonlySet<Field> = new Set(['link', 'perhapsLink', 'site']);

/** Texts of several lines, in which anything may stand. */
export const freeText: ReadonlySet<Field> = new Set(['note', 'instruction']);

/**
 * Headings as they are written in English, French, German and Spanish, and those of Microsoft's admin centers in other
 * languages; by Partner Center's customer export ("Microsoft ID",
 * "Company name", "Primary domain name", "Relationship", "Tags": learn.microsoft.com/partner-center/customers/see-your-customer-list);
 * by CIPP (KelvinTegelaar/CIPP-API Get-Tenants.ps1: customerId, displayName, defaultDomainName, initialDomainName, domains;
 * its page's CSV has displayName, defaultDomainName and portal_ links); by Azure CLI, ARM and Graph (its tenant governance:
 * governedTenantId, governedTenantName, and governingTenantId for the one's own); by tools of service providers (HaloPSA's
 * client_name, Autotask's accountName and companyName, IT Glue's organization, ConnectWise's company, all with a website);
 * and by Tidegate's own export. Compared without accents, case, spaces and punctuation; `qualifiers` may stand before them.
 * Headings that languages make of their usual words need not stand here (see `composed`).
 */
const headings: Readonly<Record<Field, string>> = {
  tenant: `
    tenant id, tenant guid, tenant uuid, tenant identifier, tenant number, microsoft id, microsoft tenant id,
    entra tenant id, azure tenant id, azure ad tenant id, aad tenant id, directory id, directory (tenant) id,
    directory guid, tenant id (guid), tenant (directory) id, directory tenant id, customer tenant id, entra id,
    tenancy id, tid, id de tenant, id du tenant, id tenant, identifiant du tenant, identifiant de tenant,
    identifiant tenant, guid du tenant, id de locataire, id du locataire, id locataire, identifiant du locataire,
    identifiant de locataire, id d'annuaire, id de l'annuaire, id de répertoire, id du répertoire,
    identifiant de l'annuaire, id microsoft, identifiant microsoft, id de client microsoft, mandanten-id,
    mandantenkennung, verzeichnis-id, verzeichnis-id (mandant), microsoft-id, id des mandanten,
    id de inquilino, id del inquilino, id. de inquilino, identificador de inquilino, id de directorio,
    id del directorio,
    id do locatário, id do inquilino, id do diretório (locatário), identificador do locatário, id do tenant,
    id del tenant, id directory (tenant), tenant-id, map-id (tenant), klientorganisations-id,
    katalog-id (klientorganisation), lejer-id, leier-id, id tenanta, id adresáře (tenanta),
    identyfikator dzierżawy, identyfikator katalogu (dzierżawy), ид каталога (клиента),
    идентификатор каталога (клиента), ид арендатора, идентификатор арендатора, テナント ID, ディレクトリ ID,
    ディレクトリ (テナント) ID, 租户 ID, 目录 ID, 目录(租户) ID, 租用戶識別碼, 目錄 (租用戶) 識別碼, 租用戶 ID, 테넌트 ID,
    디렉터리 ID, 디렉터리(테넌트) ID
  `,
  perhapsTenant: `
    customer id, microsoft customer id, id du client, identifiant client, identifiant du client, kunden-id,
    id de cliente, id del cliente,
    ид клиента, id клиента, идентификатор клиента
  `,
  ownId: `
    id, guid, uuid, identifier, identifiant, kennung, identificador
  `,
  tenantOrName: `
    tenant, locataire, mandant, inquilino, directory, annuaire,
    locatário, テナント, 租户, 租用戶, 테넌트
  `,
  link: `
    link, portal, portal link, portal url, defender, defender link, defender portal, defender url, lien,
    lien du portail, portail, verknüpfung, enlace
  `,
  perhapsLink: `
    url, portal_security, portal_compliance
  `,
  domain: `
    domain, default domain, default domain name, primary domain, primary domain name, domain name, main domain,
    tenant default domain, tenant domain, tenant domain name, initial domain, initial domain name,
    onmicrosoft domain, onmicrosoft, tenant primary domain, verified domain, email domain, fqdn, domaine,
    domaine par défaut, nom de domaine, nom de domaine par défaut, domaine principal, nom de domaine principal,
    domaine initial, domaine du tenant, domäne, standarddomäne, primäre domäne, name der primären domäne,
    domänenname, hauptdomäne, dominio, dominio predeterminado, dominio principal, nombre de dominio,
    domínio padrão, domínio predefinido, domínio primário, nome do domínio, nome de domínio, dominio predefinito,
    dominio primario, nome di dominio, nome dominio, domein, standaarddomein, primair domein, domeinnaam, domän,
    standarddomän, primär domän, domännamn, domæne, standarddomæne, domene, standarddomene, domena,
    domena domyślna, domyślna domena, domena podstawowa, nazwa domeny, doména, výchozí doména, primární doména,
    název domény, домен, домен по умолчанию, основной домен, имя домена, доменное имя, ドメイン, ドメイン名,
    既定のドメイン, 既定のドメイン名, プライマリ ドメイン, 域, 域名, 默认域, 默认域名, 主域, 主域名, 網域, 網域名稱, 預設網域,
    主要網域, 도메인, 도메인 이름, 기본 도메인, 주 도메인
  `,
  domains: `
    domains, verified domains, all domains, domain names, email domains, domaines, domaines vérifiés, domänen,
    dominios, domeny, domény
  `,
  site: `
    website, web site, website url, web address, homepage, primary website, site, site web, site internet,
    webseite, webadresse, sitio web, página web
  `,
  name: `
    name, display name, tenant name, tenant display name, company name, company, customer, customer name,
    organization, organisation, organization name, organisation name, client name, account, account name,
    business name, legal name, governed tenant name, managed tenant name, friendly name, full name, nom,
    nom d'affichage, nom complet, nom du tenant, nom du locataire, nom de l'entreprise, nom d'entreprise,
    nom de l'organisation, nom de la société, société, entreprise, nom du client, client, nom du compte,
    raison sociale, firma, firmenname, anzeigename, kunde, kundenname, unternehmen, name des unternehmens,
    mandantenname, nombre, nombre para mostrar, cliente, nombre del cliente, empresa, razón social,
    nombre de la empresa, organización, nombre del inquilino,
    nome, nome de exibição, nome para exibição, nome da empresa, nome do cliente, nome do locatário, organização,
    nome visualizzato, ragione sociale, azienda, società, nome società, nome azienda, nome cliente, organizzazione,
    naam, weergavenaam, bedrijf, bedrijfsnaam, klant, klantnaam, organisatie, tenantnaam, namn, visningsnamn,
    företag, företagsnamn, kund, kundnamn, navn, visningsnavn, virksomhed, bedrift, nazwa, nazwa wyświetlana,
    nazwa firmy, nazwa klienta, klient, organizacja, nazwa dzierżawy, název, zobrazovaný název, zákazník,
    společnost, název společnosti, organizace, имя, отображаемое имя, название, название организации, организация,
    название компании, компания, клиент, имя клиента, 名前, 表示名, テナント名, 会社名, 顧客名, 組織名, 名称, 显示名称,
    租户名称, 公司名称, 客户名称, 组织名称, 名稱, 顯示名稱, 租用戶名稱, 公司名稱, 客戶名稱, 이름, 표시 이름, 테넌트 이름,
    회사 이름, 고객 이름, 조직 이름
  `,
  otherId: `
    subscription id, object id, client id, id client, app id, application id, application (client) id,
    user id, device id, workspace id, subscription, id d'abonnement, id de l'abonnement, id d'objet,
    id de l'objet, id d'application, id utilisateur, id d'appareil, abonnement-id, objekt-id,
    anwendungs-id, governing tenant id, partner tenant id, partner id, mpn id, home tenant id, managed by tenant id,
    provider tenant id, resource tenant id, relationship id, contract id, reseller id,
    ид подписки, идентификатор подписки, id подписки, ид объекта, идентификатор объекта, ид приложения,
    ид приложения (клиента), サブスクリプション ID, オブジェクト ID, アプリケーション ID, アプリケーション (クライアント) ID,
    订阅 ID, 对象 ID, 应用程序 ID, 应用程序(客户端) ID, 구독 ID, 개체 ID, identyfikator subskrypcji,
    identyfikator obiektu, identyfikator aplikacji, id předplatného, id objektu, id aplikace, id da assinatura,
    id do objeto, id sottoscrizione, id oggetto, abonnements-id, prenumerations-id
  `,
  ownName: `
    own name, my name, nom personnel, eigener name
  `,
  aliases: `
    alias, aliases, also known as, tenant alias, autres noms, aliasnamen
  `,
  tags: `
    tag, tags, label, labels, étiquette, étiquettes, balise, balises, schlagwort, schlagwörter, markierungen
  `,
  favourite: `
    favourite, favorite, favori, favorit
  `,
  hidden: `
    hidden, masqué, ausgeblendet
  `,
  note: `
    note, notes, comment, comments, remark, remarks, commentaire, commentaires, remarque, remarques,
    notiz, notizen, bemerkung, bemerkungen, kommentar
  `,
  instruction: `
    instruction, standing instruction, consigne, anweisung
  `,
  atLaunch: `
    show instruction at launch
  `,
  colour: `
    colour, color, couleur, farbe
  `,
  links: `
    custom links, liens personnels, eigene links
  `,
  browser: `
    open in browser
  `,
  ownProfile: `
    own browser profile, own profile, ownprofile
  `,
  isolation: `
    browser isolation
  `,
  account: `
    serving account
  `,
};

/**
 * Words before a heading that change nothing of what it means: "M365 Tenant ID", "Office 365 primary domain", "cf_tenant_id",
 * ServiceNow's "u_tenant_id".
 */
const qualifiers: ReadonlySet<string> = new Set(
  `m365 o365 ms microsoft office 365 entra azure ad aad customer client company organization organisation
   org account governed managed managee delegated target msp csp gdap cf custom field fields udf attribute attributes value
   their the s your end primary current client's customer's companys u properties`.split(/\s+/),
);

/** Only these are found behind qualifiers: what the user wrote has headings of its own. */
const qualified: ReadonlySet<Field> = new Set(['tenant', 'ownId', 'domain', 'domains', 'site', 'name']);

const fields: ReadonlyMap<string, Field> = new Map(
  Object.entries(headings).flatMap(([field, texts]) =>
    texts.split(',').map((text) => [plain(text), field as Field] as const),
  ),
);

/** In characters. */
const longestHeading = 60;

/** What was asked for: every row of a list in JSON has the same names again. */
const asked = new Map<string, Field | undefined>();
const mostAsked = 2_000;

/** What a heading or property name stands for, if it is a known one. */
export function fieldOf(heading: string): Field | undefined {
  if (heading.length > longestHeading) return undefined;
  if (asked.has(heading)) return asked.get(heading);
  const field = readHeading(heading);
  if (asked.size >= mostAsked) asked.clear();
  asked.set(heading, field);
  return field;
}

function readHeading(heading: string): Field | undefined {
  const exact = fields.get(plain(heading));
  if (exact !== undefined) return exact;
  const words = wordsOf(heading);
  const first = words.findIndex((word) => !qualifiers.has(word));
  const field = first > 0 ? fields.get(words.slice(first).join('')) : undefined;
  if (field !== undefined && qualified.has(field)) return field;
  const meaning = composed(plain(heading));
  if (meaning !== undefined) return meaning === 'organisation' ? 'name' : meaning;
  return withoutRemark(heading) ?? sameInAll(heading.split('/'));
}

/** What people write in brackets behind a heading, and what does not change it. */
const remarks: ReadonlySet<string> = new Set(
  `required, optional, mandatory, if known, unique, text, string, guid, uuid, onmicrosoft, onmicrosoft.com, m365, o365,
   office 365, microsoft, microsoft 365, azure, azure ad, aad, entra, entra id, obligatoire, facultatif, optionnel,
   erforderlich, pflichtfeld, obligatorio, opcional, obbligatorio, facoltativo, verplicht, optioneel`
    .split(',')
    .map(plain),
);

function withoutRemark(heading: string): Field | undefined {
  const [, bareHeading = '', remark = ''] = /^(.*\S)\s*[([]([^()[\]]*)[)\]]\W*$/.exec(heading) ?? [];
  return remarks.has(plain(remark)) ? fieldOf(bareHeading) : undefined;
}

/** `Customer / Client`. */
function sameInAll(parts: readonly string[]): Field | undefined {
  if (parts.length < 2) return undefined;
  const [field, ...others] = new Set(parts.map(fieldOf));
  return others.length === 0 ? field : undefined;
}

/** Headings of lists of something else than tenants: the id beside one of these is not a tenant's. */
const otherRecords: ReadonlySet<string> = new Set(
  `user principal name, upn, app id, application id, client id, object id, device id, device name, operating system,
   resource group, resource group name, resource id, workspace id, subscription id, service principal type, group types,
   security enabled, sku id, sku part number, contract type, access details, auto extend duration, serial number,
   incident id, alert id, principal id, role definition id, home tenant id, managed by tenants`
    .split(',')
    .map(plain),
);

/** The headings by which a list of subscriptions is known: their ids and names are not the tenant's. */
const subscriptions: ReadonlySet<string> = new Set(
  ['subscription id', 'home tenant id', 'managed by tenants', 'subscription'].map(plain),
);

/**
 * What the headings of a table, or the properties of an object, stand for: one by one, and where its own id and name are
 * those of something else (a subscription, a contract, a user), as that.
 */
export function fieldsOf(names: readonly string[]): readonly (Field | undefined)[] {
  const keys = names.map(plain);
  const isSubscription = keys.some((key) => subscriptions.has(key));
  const isOther = isSubscription || keys.some((key) => otherRecords.has(key));
  return names.map((name, index) => {
    const field = fieldOf(name);
    if (field === 'ownId' && isOther) return 'otherId';
    const key = keys[index];
    return isSubscription && (key === 'name' || key === 'displayname') ? undefined : field;
  });
}

/** `M365TenantId`, `m365_tenant_id` and "M365 Tenant ID" are three words each. */
function wordsOf(heading: string): string[] {
  const parted = bare(heading).replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ');
  return parted.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
