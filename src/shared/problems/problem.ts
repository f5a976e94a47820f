import type { RecordName } from './record-name.ts';
import type { TenantId } from '../tenant/tenant-id.ts';

/** What is wrong with an answer, as the key of its words: nobody is shown what a parser says. */
export type AnswerFault = `answerFault.${
  | 'notJson'
  | 'empty'
  | 'partial'
  | 'broken'
  | 'tooBig'
  | 'noList'
  | 'noTenant'
  | 'otherTenant'
  | 'ownMissing'
  | 'relationshipsMissing'
  | 'customersMissing'
  | 'unexpected'}`;

/** Why a newer version is not taken, as the key of its words. */
export type UpdateFault =
  `updateFault.${'elsewhere' | 'redirects' | 'tooBig' | 'silent' | 'malformed' | 'publisher' | 'elevated' | 'tampered'}`;

/**
 * Everything that can be expected to go wrong, and what its message names.
 * Each kind has two texts in the catalogue of messages: `problem.<kind>` says what happened and
 * `problem.<kind>.next` says what to do now. Both may use the values.
 */
interface ProblemValues {
  /** `text` is what stood there, cut to 80 characters. */
  'tenant-id-invalid': { text: string };
  'customer-unknown': { tenantId: string };
  /** It is one of the samples to try Tidegate with. */
  'sample-customer': { customer: string };
  'page-unknown': { page: string };
  /** `page` and `placeholder`, here and below: a key of the catalogue of messages, or the user's own word. */
  'page-incomplete': { page: string; customer: string; placeholder: string };
  /** The cloud in use has no such page. */
  'page-elsewhere': { page: string };
  'page-own-tenant': { page: string };
  'page-access': { page: string; customer: string };
  /** The user has to read what is written about the customer before it opens. */
  /** `link`: what was asked for, where it was read from the clipboard. */
  'instruction-unread': { tenantId: TenantId; customer: string; link?: string };
  'not-offered-here': Record<never, never>;
  'browsers-not-closed': Record<never, never>;
  'host-unconfirmed': { host: string };
  'page-address-invalid': { address: string };
  'page-placeholder-unknown': { name: string };
  /** A text in quotes has no end on its line: no value can be put into the query safely. */
  'hunt-unclosed': Record<never, never>;
  /** A placeholder stands in a text of several lines, which knows no escapes. */
  'hunt-multiline': Record<never, never>;
  /** Filled, the query is longer than `most` characters. */
  'hunt-too-long': { most: string };
  'hunt-name-taken': { name: string };
  'hunts-too-many': { hunts: string; letters: string };
  /** What was read is no list of hunts. */
  'team-hunts-unreadable': Record<never, never>;
  'team-hunts-gone': { file: string; reason: string };
  /** `name` is that of the first entry, or its place. */
  'team-hunts-left-out': { count: string; name: string };
  /** `link`, here and below: a text with a link that names no tenant, for the user to say whose it is. */
  'link-unknown': { text: string; link?: string };
  'link-ambiguous': { text: string };
  'link-not-https': { address: string };
  /** It is spelt so as to be taken for another: a user name, a port, letters or signs that no genuine link has. */
  'link-disguised': { address: string };
  'link-look-alike': { host: string };
  'link-host-unlisted': { host: string };
  /** A host that is known, and no page of it that is opened. `page`: host and path. */
  'link-page-unlisted': { page: string };
  /** A link on a host that the user has confirmed, which names no tenant. */
  'link-customer-unnamed': { host: string; link?: string };
  /** It would do something by itself; see acting-links. */
  'link-acts': { host: string };
  'text-too-long': Record<never, never>;
  /** A wrapper that does not tell what it leads to. */
  'link-opaque': { wrapper: string; host: string };
  /** Between what was shown and what was asked the list has changed. */
  'link-moved': { shown: string; customer: string };
  'domain-unlisted': { domain: string };
  'domain-shared': { domain: string };
  'domain-unknown': { domain: string };
  'domain-consumer': { domain: string };
  /** A host that many share: pages or mailboxes of everybody. */
  'domain-of-many': { domain: string };
  /** Its tenant is in another cloud than the one in use. */
  'domain-elsewhere': { domain: string };
  'list-empty': Record<never, never>;
  'list-unreadable': { file: string; reason: string };
  /** `what`: a key of the catalogue of messages. */
  'not-a-file': { file: string; what: string };
  /** A share that is gone, as a rule. It was given up. */
  'file-hangs': { file: string; seconds: string };
  'list-too-big': { megabytes: string };
  'list-too-long': { rows: string };
  'list-json-broken': { line: string };
  /** What was given as a list is something else. `title`: the page's own or its first words, cut to 80 characters. */
  'list-web-page': { title: string };
  'list-workbook': Record<never, never>;
  'list-document': Record<never, never>;
  'list-picture': Record<never, never>;
  'list-packed': Record<never, never>;
  'list-mail': Record<never, never>;
  'list-xml': Record<never, never>;
  'list-binary': Record<never, never>;
  /** `text`: its beginning, cut to 80 characters. */
  'list-json-other': { text: string };
  /** `list`: the array's name, cut to 80 characters. */
  'list-json-left-out': { list: string };
  /** A customer that its id names was taken without it. */
  'list-domain-unread': { line: string; text: string };
  /** `text` is the first name, on that line, of which letters were lost before the list came here. */
  'list-letters-lost': { line: string; text: string };
  'list-domains-unread': { line: string; text: string; more: string };
  'list-quote-open': { line: string };
  /** What was dropped on a window is no file: a folder, a link, or something a program hands over. */
  'drop-no-file': Record<never, never>;
  'drop-several': { count: string };
  'drop-unreadable': { file: string };
  'list-row-too-long': Record<never, never>;
  /** `cells`: how many have a value, or stand before one; `columns`: those of the heading. */
  'list-row-too-wide': { cells: string; columns: string };
  /** `text`: the line, cut to 80 characters. */
  'list-name-unclear': { text: string };
  /** `text`: the cell as the terminal shows it. */
  'list-cell-cut': { text: string };
  'list-two-names': { one: string; other: string };
  /** `text`: the name or domain that two tenants have. */
  'list-two-tenants': { text: string };
  /** `encoding`: the key of a text. */
  'list-encoding-guessed': { encoding: string };
  /** `columns`: the heading's words, cut to 80 characters. */
  'list-no-tenant-column': { columns: string };
  /** `text` is its beginning; `most` the characters allowed. */
  'annotation-too-long': { text: string; most: string };
  'annotation-too-many': { most: string };
  'colour-invalid': { text: string };
  'custom-link-invalid': { text: string };
  'value-unknown': { text: string; allowed: string };
  'shared-list-invalid': { text: string };
  'shared-list-unreadable': { file: string; reason: string };
  'shared-list-held': { customer: string };
  /** Of several rows the first: its line and what stands there. `count`: how many there are. */
  'shared-list-left-out': { count: string; line: string; text: string };
  'import-outdated': Record<never, never>;
  'export-unwritable': { file: string; reason: string };
  'no-browser': Record<never, never>;
  /** `browser` is the id in the settings. */
  'browser-not-found': { browser: string };
  'browser-missing': { browser: string; path: string };
  'browser-not-started': { browser: string; path: string; reason: string };
  'browser-exited': { browser: string; code: string };
  'profile-unwritable': { path: string; reason: string };
  'storage-unwritable': { record: RecordName; path: string; reason: string };
  /** It is there and out of reach: it is left alone, and nothing is written over it. */
  'storage-unreadable': { record: RecordName; path: string; reason: string };
  'storage-corrupt': { record: RecordName; file: string; setAside: string };
  /** The same, found without touching it: the file stands where it stood. */
  'storage-damaged': { record: RecordName; file: string };
  'storage-newer': { record: RecordName; file: string; version: string };
  /** Another computer holds the browser's data folder; `path` is the lock. */
  'profile-locked': { browser: string; host: string; path: string };
  'profile-hung': { browser: string };
  'browser-too-old': { browser: string; version: string; needed: string };
  'profile-in-use': { browser: string };
  'profile-gone': Record<never, never>;
  'profile-not-deleted': { path: string; reason: string };
  'own-profile-unchosen': { browser: string };
  'own-profile-missing': { browser: string; profile: string };
  'custom-off': Record<never, never>;
  /** `text` is the part that is wrong or missing. */
  'custom-invalid': { text: string };
  /** A shell, an interpreter, or what starts other programs. */
  'shell-refused': { program: string };
  'argument-refused': { argument: string };
  /** Another dialog waits for its answer. */
  'question-open': Record<never, never>;
  'browser-path-invalid': { path: string };
  'browser-path-doubtful': { path: string };
  'sign-in-unconfigured': Record<never, never>;
  'client-id-invalid': { text: string };
  'authority-invalid': { text: string };
  'authority-unknown': { text: string };
  'sign-in-cancelled': Record<never, never>;
  'sign-in-timed-out': { minutes: string };
  'sign-in-page-unopened': { reason: string };
  /** `code`, here and below: Microsoft's number, such as `AADSTS50020`, or the OAuth error where there is none. */
  'sign-in-refused': { reason: string; code: string };
  /** Without a code nobody has refused anything: the tokens are gone. */
  'sign-in-needed': { account: string; code?: string };
  /** One customer's tenant does not take the sign-in any more; the account's other customers do. */
  'step-up-needed': { account: string; reason: string; code: string };
  'mfa-needed': { account: string; reason: string; code: string };
  'access-blocked': { reason: string; code: string };
  'consent-missing': { reason: string; code: string };
  'not-invited': { account: string; reason: string; code: string };
  'account-unknown': { customer: string };
  /** The account's own tenant takes its sign-in no more, for a reason that the answer words. */
  'home-refused': { account: string; reason: string; code: string };
  'signed-in-as-another': { wanted: string; got: string };
  'token-wrong-tenant': { wanted: string; got: string };
  'tokens-unreadable': Record<never, never>;
  'tokens-not-kept': Record<never, never>;
  'tokens-not-sealed': Record<never, never>;
  /** It is here, and what it runs in keeps it from the profiles; see browsers/browser RefusedBrowser. */
  'browser-confined': { browser: string; path: string };
  offline: { host: string };
  /** `until`: ISO 8601. */
  throttled: { host: string; until: string };
  /** `code`: Chromium's, such as `ERR_PROXY_CONNECTION_FAILED`, or `407`. */
  'proxy-refused': { host: string; code: string };
  'server-fault': { host: string; status: string };
  /** The API does not take the token: it was revoked, or a clock is wrong. `code` is the API's own. */
  'token-refused': { host: string; code: string };
  /** The API knows who asks and refuses: a permission or a role is missing. `code` is the API's own. */
  'access-refused': { host: string; code: string };
  /** The API wants more proof of who asks: multi-factor, a policy, or a new sign-in. `claims`: for the next token. */
  'proof-needed': { host: string; claims?: string };
  /** Something on the way, such as a guest network or a proxy, has answered with a page of its own. */
  'page-instead': { host: string };
  /** `code`: Chromium's, such as `ERR_CERT_DATE_INVALID`. */
  'connection-untrusted': { host: string; code: string };
  'answer-invalid': { host: string; reason: AnswerFault };
  /** A list has lost most of what it had; nothing was taken off. `before`: how many customers, `now`: of them. */
  'list-shrunk': { host: string; before: string; now: string };
  /** So many accesses had an end, and of them so many have one now. */
  'ends-shrunk': { host: string; before: string; now: string };
  /** `pages`: how many had come. */
  'paging-endless': { host: string; pages: string };
  'address-refused': { address: string };
  'browsers-running': Record<never, never>;
  /** It is not emptied. `reason`: the system's words, or a key of the catalogue. */
  'not-our-data': { folder: string; reason: string };
  'not-removed': { path: string; reason: string };
  'hotkey-taken': { hotkey: string };
  /** The session gives no program a hotkey. `command`: what to bind a key of the desktop to instead. */
  'hotkey-withheld': { hotkey: string; command: string };
  /** It is Tidegate's own, for something else. */
  'hotkey-own': { hotkey: string };
  /** `place`: a file, or a key of the registry. */
  'policy-unreadable': { place: string; reason: string };
  'policy-name-unknown': { place: string; setting: string };
  'policy-value-refused': { place: string; setting: string; value: string };
  'hotkey-invalid': { hotkey: string };
  'start-failed': { details: string };
  /** A file or folder of Tidegate's own that the system cannot show. */
  'own-place-missing': { path: string };
  /** An error that nobody caught: a fault of Tidegate itself. The log has it. */
  'own-fault': Record<never, never>;
  'setting-locked': { setting: string };
  'nothing-to-copy': Record<never, never>;
  'command-refused': { command: string };
  /** A `tidegate:` link that is not spelt as one has to be; `text` is its beginning. */
  'link-malformed': { text: string };
  /** A link selects customers of whom so many are not on the list. */
  'selection-unlisted': { count: string };
  /** The journal has no customer opened that could be handed over. */
  'shift-empty': Record<never, never>;
  'clipboard-empty': Record<never, never>;
  'command-unknown': { text: string };
  /** Options alone: they belong to no command. */
  'command-missing': Record<never, never>;
  'option-unknown': { option: string };
  /** The switch `--no-sandbox`. */
  'sandbox-off': Record<never, never>;
  /** `allowed`: the values there are, or the key of a text that tells where they are listed. */
  'option-invalid': { option: string; value: string; allowed: string };
  /** `usage`: the whole line as it should be, such as `tidegate import FILE`. */
  'argument-missing': { usage: string };
  'argument-extra': { text: string };
  'customer-ambiguous': { text: string; count: string };
  'customer-not-found': { text: string };
  'export-format-unknown': { file: string };
  'confirmation-needed': Record<never, never>;
  'not-answering': Record<never, never>;
  /** `reason`: a key of the catalogue. Nothing of it is kept. */
  'update-refused': { host: string; reason: UpdateFault };
  'update-failed': { host: string; reason: string };
  /** It is here, and was not put in place. `reason`: the system's words. */
  'update-not-started': { reason: string };
  'update-no-space': Record<never, never>;
  /** `reason`: the system's words. */
  'autostart-refused': { reason: string };
  /** A customer is being opened, or a list imported. */
  'update-busy': Record<never, never>;
  'update-none': Record<never, never>;
  'channel-unsafe': { path: string };
  /** Somebody else has a pipe of the channel's name. */
  'channel-taken': { path: string };
  cancelled: Record<never, never>;
}

export type ProblemKind = keyof ProblemValues;

export type Problem = {
  readonly [K in ProblemKind]: { readonly kind: K; readonly values: Readonly<ProblemValues[K]> };
}[ProblemKind];

/** Makes a problem; the compiler checks that its values are those its message names. */
export function problem<K extends ProblemKind>(
  kind: K,
  values: ProblemValues[K],
): Extract<Problem, { kind: K }> {
  return { kind, values } as Extract<Problem, { kind: K }>;
}

/** The number that Microsoft gave the problem, to show and to look up: nothing may depend on it. */
export function errorNumber({ values }: Problem): string | undefined {
  return 'code' in values ? /^AADSTS(\d{1,9})$/.exec(values.code ?? '')?.[1] : undefined;
}
