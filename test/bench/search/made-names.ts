import type { Customer } from '#shared/customer/customer.ts';
import { customerOf } from './customers.ts';
import { plain } from './plain.ts';
import { type Random, seeded } from './random.ts';

/**
 * Names of other shapes than those of test/data/customers.csv: small firms of many countries with their legal forms,
 * short names, numbers, and families that are easily taken for one another. Nothing of the finder was fitted to them.
 */

interface Country {
  /** Families and made-up brands, */
  readonly who: string;
  /** what they do, */
  readonly what: string;
  /** and where. Names of several words are joined by "_". */
  readonly where: string;
  readonly forms: string;
  /** How a name is put together: W who, T what, P where, F form; other letters stand for themselves. */
  readonly shapes: readonly string[];
}

const countries: readonly Country[] = [
  {
    who: 'Brückner Schäfer Großmann Öttinger Hülsmann Weiß Kröger Löffler Jäger Voß Nägele Strößner Ludewig Hartwig',
    what: 'Dachdecker Spedition Möbelhaus Kältetechnik Zahnärzte Bäckerei Prüftechnik Gießerei Steuerberatung Gerüstbau',
    where: 'Köln Düsseldorf Görlitz Würzburg Münster Gießen Bremen Lübeck',
    forms: 'GmbH AG GmbH_&_Co._KG e.K. UG_(haftungsbeschränkt) PartG_mbB eG',
    shapes: ['W T F', 'T W F', 'W & W T F', 'Stadtwerke P F', 'T P F', 'Gebr. W F', 'W F'],
  },
  {
    who: 'Bérenger Lefèvre Gaël Duchêne Chérubin Marchand Noël Aubépine Tessier Vauquelin Besançon',
    what: 'Menuiserie Charpente Électricité Maçonnerie Boulangerie Hôtellerie Imprimerie Cliniques Pépinières Traiteur',
    where: 'Orléans Nîmes Évreux Saint-Étienne Angoulême Béziers Lorient',
    forms: 'SARL SAS S.A. SASU EURL SCOP',
    shapes: ['T W F', 'W et Fils F', 'T de P', 'F W & Associés', 'Société P T F', 'Les T du P'],
  },
  {
    who: 'Núñez Ibáñez Peñalver Zúñiga Muñoz Garcés Velázquez Alarcón Coímbra Gonçalves Simões Magalhães',
    what: 'Construcciones Panificadora Logística Asesoría Bodegas Cerámicas Clínica Transportes Confecções Padaria',
    where: 'Cádiz León Málaga Córdoba Braga Évora Logroño Almería',
    forms: 'S.L. S.A. S.L.U. Lda. S.A._de_C.V. Ltda.',
    shapes: ['T W F', 'T W y W F', 'W e Filhos F', 'T de P F', 'Hermanos W F', 'Grupo W F'],
  },
  {
    who: 'Łukaszewicz Wiśniewski Śliwa Żuraw Dvořák Růžička Kovács Szűcs Győri Škoda Hrubý Ćwikła Ionescu Țepeș',
    what: 'Zakład Stolarnia Pekařství Gépgyártó Piekarnia Strojírny Építő Hurtownia Vinařství Fakro Tâmplărie',
    where: 'Kraków Łódź Plzeň Brno Szeged Győr Gdańsk Iași',
    forms: 'Sp._z_o.o. S.A. s.r.o. a.s. Kft. Zrt. S.R.L.',
    shapes: ['T W F', 'W T F', 'W i Synowie F', 'T P F', 'W F', 'W a W F'],
  },
  {
    who: 'Ångström Sjöberg Bjørnstad Kjær Østergaard Mäkinen Hämäläinen Ísfeld Þórsson Nyström Skjold Håkansson',
    what: 'Bygg Rederi Fiskeri Måleri Sähkö Elektro Møbler Snickeri Kuljetus Advokatbyrå Tømrer',
    where: 'Göteborg Tromsø Jyväskylä Ålesund Århus Malmö Reykjavík',
    forms: 'AB A/S AS Oy ApS Oyj ehf.',
    shapes: ['W T F', 'W & Söner F', 'P T F', 'T W F', 'W F', 'Brødrene W F'],
  },
  {
    who: 'Yılmaz Çelik Öztürk Şahin Güneş Işık Doğan Papadopoulos Nguyễn Trần Đặng Lê_Văn',
    what: 'İnşaat Tekstil Gıda Nakliyat Mobilya Turizm Thực_Phẩm Xây_Dựng Dệt_May',
    where: 'İzmir Eskişehir Muğla Đà_Nẵng Huế',
    forms: 'A.Ş. Ltd._Şti. JSC Co.,_Ltd.',
    shapes: ['W T F', 'W Kardeşler T F', 'P T F', 'W & W F'],
  },
  {
    who: 'Рубин Север Орлов Калина Беркут Жемчуг Олімп Їжак Дніпро',
    what: 'Строй Логистика Мебель Хлеб Метал Агро Сервіс',
    where: 'Казань Самара Львів Київ',
    forms: 'ООО ТОВ АО',
    shapes: ['F «W-T»', 'W T', 'F «T W»', 'T P'],
  },
  {
    who: 'Αθηνά Όμηρος Αφοί_Παππά Ηλιόπουλος Δελφοί',
    what: 'Κατασκευές Τρόφιμα Μεταφορές',
    where: 'Πάτρα Χανιά',
    forms: 'Α.Ε. ΕΠΕ ΙΚΕ',
    shapes: ['W T F', 'T P F', 'W F'],
  },
  {
    who: 'O’Rourke Wetherby Ashdown MacAllister D’Souza Hollis Quill Tamsin Fenwick Dunmore Blackwell Penhaligon',
    what: 'Dental Roofing Veterinary Plumbing Freight Brewing Optics Joinery Accountants Solicitors Academy Housing',
    where: 'Galway Leeds Truro Perth Dunedin Cork Bath Inverness',
    forms: 'Ltd LLP Pty_Ltd PLC Inc. LLC CIC',
    shapes: ['W T F', 'W & W F', 'The P T Trust', 'P T F', 'W T Group', 'W, W and W F', 'St W’s T'],
  },
];

const cores = 'Nova Terra Alto Vera Lumi Cela Riva Sola Mira Tesa Kora Zeno'.split(' ');
const ends = 'tec gen dat net cor lab sys med'.split(' ');
const consonants = [...'bcdfgklmnprstvz'];
const vowels = [...'aeiou'];

const words = (list: string, random: Random): string => random.pick(list.split(' ')).replaceAll('_', ' ');

function ofCountry(random: Random): string {
  const { who, what, where, forms, shapes } = random.pick(countries);
  const lists: Readonly<Record<string, string>> = { W: who, T: what, P: where, F: forms };
  return random
    .pick(shapes)
    .replace(/(?<!\p{L})[WTPF](?!\p{L})/gu, (slot) => words(lists[slot] ?? '', random));
}

/** Brands that differ in a letter or an ending: Novatec, Novaten, Terratec. */
const family = (random: Random): string =>
  `${random.pick(cores)}${random.pick(ends)}${random.pick(['', '', ' AG', ' Ltd', ' Group', ' Holding BV'])}`;

const short = (random: Random): string => {
  const letter = (): string => random.pick(consonants);
  const shapes = [
    () => (letter() + letter() + letter()).toUpperCase(),
    () => letter().toUpperCase() + random.pick(vowels) + letter() + random.pick(vowels),
    () => `${letter().toUpperCase()}${1 + random.below(9)}`,
    () => `${letter()}${letter()}`.toUpperCase() + ` ${random.pick(['Bau', 'Group', 'Data', 'Foods'])}`,
  ];
  return random.pick(shapes)();
};

const numbered = (random: Random): string => {
  const number = random.pick([2 + random.below(98), 100 + random.below(900), 1900 + random.below(130)]);
  const [name, place] = [random.pick(cores), words(random.pick(countries).where, random)];
  return random.pick([
    `${name} ${number} GmbH`,
    `${number} ${name} Ltd`,
    `Hotel ${number} ${place}`,
    `${name}${number}`,
  ]);
};

/** So many customers without a name twice; about one in three is a family, short or a number. */
export function makeCustomers(count: number, seed: number): Customer[] {
  const random = seeded(seed);
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => random.below(16).toString(16)).join('');
  const shapes = [ofCountry, ofCountry, ofCountry, ofCountry, ofCountry, family, short, numbered];
  const names = new Set<string>();
  for (let tries = 0; names.size < count && tries < count * 20; tries++)
    names.add(random.pick(shapes)(random));
  return Array.from(names, (name, at) => {
    const id = `${hex(8)}-${hex(4)}-4${hex(3)}-${random.pick([...'89ab'])}${hex(3)}-${hex(12)}`;
    const label =
      plain(name)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, '') || 'firm';
    const customer = customerOf(id, name, `${label.slice(0, 20)}${at}.example`);
    return at % 8 === 4
      ? { ...customer, aliases: [`${random.pick(consonants)}${hex(1)}${random.pick(consonants)}x`] }
      : customer;
  });
}
