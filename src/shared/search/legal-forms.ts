/**
 * Words that say what kind of company it is, as they stand at the end or the start of a name, folded and without
 * spaces. "GmbH & Co. KG" needs no row: forms are taken off one after the other. Groups follow where they are used.
 */
const forms = [
  // English
  'inc incorporated corp corporation co company companies ltd limited llc llp lp lllp plc pllc pbc cic',
  'pty ptyltd proprietary pvt private pte bhd sdnbhd berhad',
  // German, Dutch, Nordic
  'gmbh ggmbh mbh ag kg kgaa ohg gbr ug se ev eg eu bv nv vof cv bvba cvba ab publ as asa aps ks is hf ehf oy oyj ky ry',
  'aktiengesellschaft gesellschaftmitbeschrankterhaftung gesellschaftmitbeschraenkterhaftung haftungsbeschrankt',
  'haftungsbeschraenkt kommanditgesellschaft naamlozevennootschap beslotenvennootschap aktiebolag aktieselskab',
  'anpartsselskab aksjeselskap osakeyhtio',
  // French, Spanish, Portuguese, Italian, Romanian
  'sa sarl sas sasu eurl sca scs snc sci sl slu sau sac saa sab sadecv srldecv sapidecv sofom derldecv srl spa sapa scrl',
  'lda ltda eireli me epp ei spol sprl asbl scop gie sicav',
  'societeanonyme societeparactionssimplifiee sociedadanonima sociedadlimitada limitada societaperazioni',
  // Central and eastern Europe, Turkey, Greece
  'spzoo spj spk sro as spolsro vos doo dd ad eood ood kft zrt nyrt bt rt uab sia ou ooo oao zao pao tov at dooel jsc ojsc cjsc',
  'spolkaakcyjna spolkajawna spolkakomandytowa spolkazoo spolkazograniczonaodpowiedzialnoscia akciovaspolecnost',
  'korlatoltfelelossegutarsasag reszvenytarsasag zartkoruenmukodoreszvenytarsasag societatecuraspunderelimitata',
  'limitedsti limitetsirketi ltdsti anonimsirketi limitedsirketi αε εε επε ικε οε ооо оао зао пао ао ип тов ат еоод оод ад',
  // Asia
  'kk kabushikikaisha gk yk godokaisha 株式会社 有限会社 合同会社 合資会社 合名会社 株 有 股份有限公司 有限责任公司 有限責任公司',
  '有限公司 公司 集团有限公司 株式會社 주식회사 유한회사 주 유 pt tbk cv jointstock joint tnhh tnhhmtv ctcp congtytnhh congtycophan',
  'mchj fze fzco fzc dmcc wll saog psc pjsc',
];

/** Words without meaning of their own at either end of a name. */
const articles = ['the'];

export const legalForms: ReadonlySet<string> = new Set([
  ...forms
    .join(' ')
    .split(' ')
    .map((form) => form.normalize('NFKD')),
  ...articles,
]);

/** The longest form, in code units. */
export const longestLegalForm = Math.max(...[...legalForms].map((form) => form.length));

/** Words that say little about who a company is: two names that differ only in them look alike. */
export const weakWords: ReadonlySet<string> = new Set(
  'group groupe gruppe grupo gruppo holding holdings international global worldwide services solutions'.split(
    ' ',
  ),
);

/** Small words that people leave out of initials, folded: conjunctions, prepositions, articles. */
const small = [
  'of the and for in to at on by',
  'der die das und fur fuer zu zum zur vom von im am an auf bei',
  'de la le les des du et aux au sur en',
  'el los las del y e con para',
  'di da do dos das della dei degli delle dello il per',
  'van het een aan op te ten ter',
  'og och ja av for pa til',
  'i w z na do oraz a v ve es si din pentru',
];
export const smallWords: ReadonlySet<string> = new Set(small.join(' ').split(' '));
