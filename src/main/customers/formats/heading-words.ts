import { plain } from './plain-heading.ts';

/** What a word of a heading says. */
type Role =
  | 'id'
  | 'tenant'
  | 'directory'
  | 'microsoft'
  | 'customer'
  /** A customer, but with an id that of an application, or a number of the list's own. */
  | 'party'
  | 'organisation'
  | 'name'
  /** Which of the names: the displayed, the full one. */
  | 'shown'
  | 'domain'
  | 'domains'
  /** Which of the domains: the primary, the default one. */
  | 'main'
  | 'site'
  /** Articles and the like, which say nothing. */
  | 'glue';

type Words = Readonly<Partial<Record<Role, string>>>;

/** In every language. */
const everywhere: Words = { id: 'id, guid, uuid', microsoft: 'microsoft, entra, azure, m365' };

/**
 * The words from which each language makes its headings, as Microsoft's portals and people write them. No word of one is
 * read together with those of another: half of such a heading would be a guess.
 */
const languages: Readonly<Record<string, Words>> = {
  en: {
    id: 'identifier',
    tenant: 'tenant, tenants, tenancy',
    directory: 'directory',
    customer: 'customer, customers',
    party: 'client, clients, account',
    organisation: 'company, companys, organization, organisation, business',
    name: 'name',
    shown: 'display, full, legal, friendly',
    domain: 'domain',
    domains: 'domains',
    main: 'primary, default, main, initial, verified',
    site: 'website, web site, homepage',
    glue: 'of, the, for, s',
  },
  fr: {
    id: 'identifiant',
    tenant: 'tenant, locataire',
    directory: 'annuaire, répertoire',
    customer: 'client',
    organisation: 'société, entreprise, organisation, compagnie, raison sociale',
    name: 'nom',
    shown: 'affichage, complet',
    domain: 'domaine',
    domains: 'domaines',
    main: 'principal, principaux, défaut, initial, primaire, vérifié, vérifiés',
    site: 'site web, site internet',
    glue: 'de, du, des, d, l, la, le, par',
  },
  de: {
    id: 'kennung',
    tenant: 'mandant, mandanten, tenant, tenants',
    directory: 'verzeichnis, verzeichnisses',
    customer: 'kunde, kunden',
    organisation: 'firma, firmen, unternehmen, unternehmens, organisation, organisations, gesellschaft',
    name: 'name',
    shown: 'anzeige, vollständiger',
    domain: 'domäne, domänen, domain, domaene, domaenen',
    domains: 'domains',
    main: 'primär, primäre, primärer, primären, primaere, primaerer, standard, haupt, verifizierte',
    site: 'webseite, website, webadresse, homepage, internetseite',
    glue: 'des, der, von, vom, für, s',
  },
  es: {
    id: 'identificador',
    tenant: 'inquilino, tenant',
    directory: 'directorio',
    customer: 'cliente',
    organisation: 'empresa, organización, compañía, sociedad, razón social',
    name: 'nombre',
    shown: 'mostrar, completo',
    domain: 'dominio',
    domains: 'dominios',
    main: 'principal, predeterminado, primario, inicial, verificado, verificados',
    site: 'sitio web, página web',
    glue: 'de, del, la, el, para',
  },
  it: {
    id: 'identificatore, identificativo',
    tenant: 'tenant',
    directory: 'directory',
    customer: 'cliente',
    organisation:
      'organizzazione, azienda, società, impresa, ditta, ragione sociale, denominazione sociale, denominazione',
    name: 'nome',
    shown: 'visualizzato, completo',
    domain: 'dominio',
    domains: 'domini',
    main: 'primario, principale, predefinito, iniziale, verificato, verificati',
    site: 'sito web, sito internet',
    glue: 'di, del, dello, della, dell, d, l, per',
  },
  nl: {
    tenant: 'tenant',
    directory: 'map, directory',
    customer: 'klant',
    organisation: 'bedrijf, bedrijfs, organisatie, onderneming, firma',
    name: 'naam',
    shown: 'weergave, volledige',
    domain: 'domein',
    domains: 'domeinen',
    main: 'primair, primaire, standaard, hoofd, geverifieerd, geverifieerde',
    site: 'website, webadres',
    glue: 'van, de, het, s',
  },
  da: {
    tenant: 'lejer, lejers, lejerens, tenant',
    directory: 'mappe, katalog',
    customer: 'kunde, kundens',
    organisation:
      'virksomhed, virksomheds, virksomhedens, firma, firmaets, organisation, organisations, organisationens, selskab, selskabs',
    name: 'navn',
    shown: 'vist, visnings, fulde',
    domain: 'domæne',
    domains: 'domæner',
    main: 'primært, primære, primær, standard, hoved',
    site: 'hjemmeside, websted, webadresse',
    glue: 'for, på, s',
  },
  nb: {
    tenant: 'leier, leiers, leierens, leietaker, leietakers, tenant',
    directory: 'katalog, mappe',
    customer: 'kunde, kundens',
    organisation:
      'firma, firmaets, bedrift, bedrifts, bedriftens, organisasjon, organisasjons, organisasjonens, selskap, selskaps, selskapets, virksomhet, virksomhets',
    name: 'navn',
    shown: 'visnings, fullt',
    domain: 'domene',
    domains: 'domener',
    main: 'primært, primær, primære, standard, hoved',
    site: 'nettsted, hjemmeside, nettside, webadresse',
    glue: 'for, på, til, s',
  },
  sv: {
    tenant: 'klientorganisation, klientorganisations, klientorganisationens, innehavar, innehavare, tenant',
    directory: 'katalog',
    customer: 'kund, kundens',
    organisation:
      'företag, företags, företagets, organisation, organisations, organisationens, bolag, bolags, bolagets',
    name: 'namn',
    shown: 'visnings, fullständigt',
    domain: 'domän',
    domains: 'domäner',
    main: 'primär, primära, primärt, standard, huvud, verifierad, verifierade',
    site: 'webbplats, hemsida, webbadress',
    glue: 'för, på, s',
  },
  fi: {
    id: 'tunnus, tunniste',
    tenant: 'vuokraaja, vuokraajan, tenant',
    directory: 'hakemisto, hakemiston',
    customer: 'asiakas, asiakkaan',
    organisation: 'yritys, yrityksen, organisaatio, organisaation',
    name: 'nimi',
    shown: 'näyttö',
    domain: 'toimialue, toimialueen',
    domains: 'toimialueet',
    main: 'ensisijainen, oletus',
    site: 'verkkosivusto',
  },
  pl: {
    id: 'identyfikator',
    tenant: 'dzierżawa, dzierżawy, dzierżawca, dzierżawcy, tenant, tenanta',
    directory: 'katalog, katalogu',
    party: 'klient, klienta',
    organisation: 'firma, firmy, organizacja, organizacji, spółka, spółki',
    name: 'nazwa',
    shown: 'wyświetlana, pełna',
    domain: 'domena, domeny',
    main: 'podstawowa, podstawowej, domyślna, domyślnej, główna, głównej, początkowa',
    site: 'witryna internetowa, strona internetowa, witryna, strona www',
  },
  cs: {
    id: 'identifikátor',
    tenant: 'tenant, tenanta, tenantu',
    directory: 'adresář, adresáře',
    customer: 'zákazník, zákazníka',
    party: 'klient, klienta',
    organisation: 'společnost, společnosti, organizace, firma, firmy',
    name: 'název, jméno',
    shown: 'zobrazovaný, zobrazované, úplný',
    domain: 'doména, domény',
    main: 'primární, výchozí, hlavní, počáteční',
    site: 'web, webové stránky, webová stránka',
  },
  pt: {
    id: 'identificador',
    tenant: 'locatário, inquilino, tenant',
    directory: 'diretório, directório',
    customer: 'cliente',
    organisation: 'empresa, organização, companhia, sociedade, razão social, denominação social',
    name: 'nome',
    shown: 'exibição, apresentar, apresentação, completo',
    domain: 'domínio',
    domains: 'domínios',
    main: 'primário, principal, padrão, predefinido, inicial, verificado, verificados',
    site: 'site, website, sítio web',
    glue: 'de, do, da, a, para',
  },
  hu: {
    id: 'azonosító, azonosítója',
    tenant: 'bérlő, bérlői',
    directory: 'címtár',
    customer: 'ügyfél',
    organisation: 'cég, vállalat, szervezet',
    name: 'név, neve',
    shown: 'megjelenítendő, megjelenített, teljes',
    domain: 'tartomány',
    domains: 'tartományok',
    main: 'elsődleges, alapértelmezett',
    site: 'webhely, weboldal, honlap',
  },
  tr: {
    id: 'kimliği, kimlik',
    tenant: 'kiracı',
    directory: 'dizin',
    customer: 'müşteri',
    organisation: 'şirket, kuruluş, firma',
    name: 'ad, adı, isim, ismi',
    shown: 'görünen',
    domain: 'etki alanı',
    domains: 'etki alanları',
    main: 'birincil, varsayılan',
    site: 'web sitesi, web sayfası',
  },
  ru: {
    id: 'ид, идентификатор',
    tenant: 'арендатор, арендатора, тенант, тенанта',
    directory: 'каталог, каталога',
    customer: 'клиент, клиента, заказчик, заказчика',
    organisation: 'организация, организации, компания, компании',
    name: 'имя, название, наименование',
    shown: 'отображаемое, полное, краткое',
    domain: 'домен, домена',
    domains: 'домены',
    main: 'основной, основного, умолчанию',
    site: 'сайт, веб сайт',
    glue: 'по',
  },
  uk: {
    id: 'ідентифікатор',
    tenant: 'орендар, орендаря, тенант, тенанта',
    directory: 'каталог, каталогу',
    customer: 'клієнт, клієнта, замовник, замовника',
    organisation: 'організація, організації, компанія, компанії',
    name: 'назва, імя',
    shown: 'повна',
    domain: 'домен, домену',
    domains: 'домени',
    main: 'основний, основного, замовчуванням',
    site: 'сайт, веб сайт',
    glue: 'за',
  },
  el: {
    id: 'αναγνωριστικό',
    tenant: 'μισθωτής, μισθωτή',
    directory: 'κατάλογος, καταλόγου',
    customer: 'πελάτης, πελάτη',
    organisation: 'εταιρεία, εταιρείας, εταιρία, εταιρίας, οργανισμός, οργανισμού',
    name: 'όνομα, επωνυμία',
    domain: 'τομέας, τομέα',
    domains: 'τομείς',
    main: 'κύριος, προεπιλεγμένος',
    glue: 'του, της',
  },
  ro: {
    tenant: 'tenant',
    party: 'client, clientului',
    organisation: 'companie, companiei, firmă, firmei, organizație, organizației',
    name: 'nume, numele, denumire',
    domain: 'domeniu, domeniului',
    domains: 'domenii',
    main: 'principal, implicit',
  },
  id: {
    tenant: 'penyewa, tenant',
    directory: 'direktori',
    customer: 'pelanggan',
    organisation: 'perusahaan, organisasi',
    name: 'nama',
    shown: 'tampilan',
    domain: 'domain',
    main: 'utama, default',
    site: 'situs web',
  },
  ja: {
    id: '識別子',
    tenant: 'テナント',
    directory: 'ディレクトリ, ディレクトリー',
    customer: '顧客, お客様',
    organisation: '会社, 企業, 組織',
    name: '名, 名前, 名称',
    shown: '表示',
    domain: 'ドメイン',
    main: 'プライマリ, 既定, 初期',
    site: 'web サイト, ウェブサイト',
    glue: 'の',
  },
  ko: {
    id: '식별자',
    tenant: '테넌트',
    directory: '디렉터리, 디렉토리',
    customer: '고객, 고객사',
    organisation: '회사, 조직, 기업',
    name: '이름, 명',
    shown: '표시',
    domain: '도메인',
    main: '기본, 주, 초기',
    site: '웹사이트, 홈페이지',
  },
  'zh-Hans': {
    id: '标识, 标识符',
    tenant: '租户',
    directory: '目录',
    customer: '客户',
    organisation: '公司, 组织, 企业',
    name: '名称, 名',
    shown: '显示',
    domain: '域, 域名',
    main: '主, 默认, 初始',
    site: '网站',
    glue: '的',
  },
  'zh-Hant': {
    id: '識別碼, 標識碼',
    tenant: '租用戶, 租戶',
    directory: '目錄',
    customer: '客戶',
    organisation: '公司, 組織, 企業',
    name: '名稱, 名',
    shown: '顯示',
    domain: '網域, 域名',
    main: '主要, 主, 預設, 初始',
    site: '網站',
    glue: '的',
  },
};

/** So many of the first and of the last letters of the words are kept. */
const edge = 2;

interface Vocabulary {
  readonly starts: ReadonlySet<string>;
  readonly ends: ReadonlySet<string>;
  readonly roles: ReadonlyMap<string, Role>;
  /** In characters. */
  readonly longest: number;
}

const vocabularies: readonly Vocabulary[] = Object.values(languages).map((words) => {
  const pairs = [everywhere, words].flatMap((some) =>
    Object.entries(some).flatMap(([role, texts]) =>
      texts.split(',').map((text) => [plain(text), role as Role] as const),
    ),
  );
  const all = pairs.map(([text]) => text);
  // No heading begins or ends with an article; a word of one letter has another word's beside it.
  const edges = pairs.flatMap(([text, role]) => (role === 'glue' ? [] : [text]));
  const [short, long] = [
    edges.filter(({ length }) => length < edge),
    edges.filter(({ length }) => length >= edge),
  ];
  return {
    roles: new Map(pairs),
    longest: Math.max(...all.map(({ length }) => length)),
    starts: new Set([
      ...long.map((text) => text.slice(0, edge)),
      ...short.flatMap((text) => [text, ...all.map((next) => text + next.charAt(0))]),
    ]),
    ends: new Set([
      ...long.map((text) => text.slice(-edge)),
      ...short.flatMap((text) => [text, ...all.map((before) => before.slice(-1) + text)]),
    ]),
  };
});

/** What a heading that is made of known words stands for. */
export type Composed =
  | 'tenant'
  | 'perhapsTenant'
  | 'ownId'
  | 'tenantOrName'
  | 'domain'
  | 'domains'
  | 'site'
  /** The name of a company. */
  | 'organisation'
  /** Of whom, it does not say. */
  | 'name';

/**
 * What a heading in plain letters (see `plain`) means when it is made of one language's words alone, in any order and
 * written as one or as several: "Nome del cliente", "Organisationsnamn", "主要網域名稱".
 */
export function composed(heading: string): Composed | undefined {
  for (const vocabulary of vocabularies) {
    if (!mayBeIn(heading, vocabulary)) continue;
    const roles = rolesIn(heading, vocabulary);
    const meaning = roles && meaningOf(roles.filter((role) => role !== 'glue'));
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** Every name of a customer in a list is asked for: nearly all are told by how they begin and end. */
function mayBeIn(heading: string, { ends, starts }: Vocabulary): boolean {
  return starts.has(heading.slice(0, edge)) && ends.has(heading.slice(-edge));
}

/** The words of which it is made, the longest first; nothing when something is left over. */
function rolesIn(text: string, { longest, roles }: Vocabulary): readonly Role[] | undefined {
  /** For each place in the text, how the words before it are read. */
  const read: (readonly Role[] | undefined)[] = [[]];
  for (let at = 0; at < text.length; at += 1) {
    const before = read[at];
    if (before === undefined) continue;
    for (let length = 1; length <= longest && at + length <= text.length; length += 1) {
      const role = roles.get(text.slice(at, at + length));
      if (role === undefined) continue;
      const known = read[at + length];
      if (known === undefined || known.length > before.length) read[at + length] = [...before, role];
    }
  }
  return read[text.length];
}

const whose: ReadonlySet<Role> = new Set([
  'tenant',
  'directory',
  'microsoft',
  'customer',
  'party',
  'organisation',
]);

function meaningOf(roles: readonly Role[]): Composed | undefined {
  const heading = new Heading(roles);
  if (heading.count('customer', 'party', 'organisation') > 1) return undefined;
  return heading.asId() ?? heading.asDomain() ?? heading.asSite() ?? heading.asName();
}

/** What the words of a heading say together. */
class Heading {
  readonly #roles: readonly Role[];

  constructor(roles: readonly Role[]) {
    this.#roles = roles;
  }

  count(...some: readonly Role[]): number {
    return this.#roles.filter((role) => some.includes(role)).length;
  }

  asId(): Composed | undefined {
    const ids = this.count('id');
    if (ids === 0 || !this.#isOnly('id')) return undefined;
    if (this.#isTenants) return 'tenant';
    if (ids > 1 || this.count('party', 'organisation') > 0) return undefined;
    if (this.count('customer') > 0) return 'perhapsTenant';
    return this.count('microsoft') > 0 ? 'tenant' : 'ownId';
  }

  asDomain(): Composed | undefined {
    const isOne = this.count('domain', 'domains') === 1 && this.count('name') < 2;
    if (!isOne || !this.#isOnly('domain', 'domains', 'main', 'name')) return undefined;
    return this.count('domains') > 0 ? 'domains' : 'domain';
  }

  asSite(): Composed | undefined {
    return this.count('site') === 1 && this.#isOnly('site', 'main') ? 'site' : undefined;
  }

  asName(): Composed | undefined {
    if (this.count('name') > 1 || !this.#isOnly('name', 'shown')) return undefined;
    const isOrganisations = this.count('customer', 'party', 'organisation') > 0;
    if (this.count('name') > 0) return isOrganisations ? 'organisation' : 'name';
    if (this.count('shown') > 0) return undefined;
    if (this.#isTenants) return 'tenantOrName';
    return isOrganisations && this.#roles.length === 1 ? 'organisation' : undefined;
  }

  get #isTenants(): boolean {
    return this.count('tenant', 'directory') > 0;
  }

  /** Besides whose it is, nothing else stands there. */
  #isOnly(...some: readonly Role[]): boolean {
    return this.#roles.every((role) => whose.has(role) || some.includes(role));
  }
}
