import type { Problem, ProblemKind } from './problem.ts';
import type { SettingsPage } from '../settings/settings-page.ts';

/** What one press can do about a problem. */
export type Remedy =
  /** Sign in again; as the account with this name, where the problem names one. */
  | { readonly kind: 'signIn'; readonly username?: string }
  /** Ask all sources again. */
  | { readonly kind: 'sync' }
  /** Show where it is mended. */
  | { readonly kind: 'settings'; readonly page: SettingsPage };

/** How one press helps. `retry` repeats what was asked for; the finder knows what that was. */
type Way = 'signIn' | 'sync' | 'retry' | SettingsPage;

/** The kinds of problems that each way helps with. */
const kindsByWay = {
  signIn: [
    'sign-in-cancelled',
    'sign-in-timed-out',
    'sign-in-page-unopened',
    'sign-in-refused',
    'sign-in-needed',
    'mfa-needed',
    'home-refused',
    'signed-in-as-another',
    'token-wrong-tenant',
    'tokens-unreadable',
    'token-refused',
    'proof-needed',
  ],
  sync: [
    'selection-unlisted',
    'offline',
    'proxy-refused',
    'server-fault',
    'page-instead',
    'connection-untrusted',
    'answer-invalid',
  ],
  retry: [
    'browsers-not-closed',
    'file-hangs',
    'profile-locked',
    'profile-hung',
    'profile-in-use',
    'storage-unwritable',
    'browsers-running',
  ],
  customers: [
    'customer-unknown',
    'page-incomplete',
    'domain-unlisted',
    'domain-shared',
    'list-empty',
    'list-unreadable',
    'not-a-file',
    'list-too-big',
    'list-too-long',
    'list-json-broken',
    'list-web-page',
    'list-workbook',
    'list-document',
    'list-picture',
    'list-packed',
    'list-mail',
    'list-xml',
    'list-binary',
    'list-json-other',
    'list-json-left-out',
    'list-domain-unread',
    'list-letters-lost',
    'list-domains-unread',
    'list-quote-open',
    'drop-no-file',
    'drop-several',
    'drop-unreadable',
    'list-row-too-long',
    'list-row-too-wide',
    'list-name-unclear',
    'list-cell-cut',
    'list-two-names',
    'list-two-tenants',
    'list-encoding-guessed',
    'list-no-tenant-column',
    'import-outdated',
    'export-unwritable',
  ],
  journal: ['shift-empty'],
  portals: ['page-unknown', 'page-elsewhere', 'page-own-tenant', 'host-unconfirmed', 'link-host-unlisted'],
  accounts: [
    'page-access',
    'domain-elsewhere',
    'sign-in-unconfigured',
    'client-id-invalid',
    'authority-invalid',
    'authority-unknown',
    'consent-missing',
    'account-unknown',
    'tokens-not-kept',
    'tokens-not-sealed',
  ],
  hunts: [
    'hunt-unclosed',
    'hunt-multiline',
    'hunt-too-long',
    'hunt-name-taken',
    'hunts-too-many',
    'team-hunts-unreadable',
    'team-hunts-gone',
    'team-hunts-left-out',
  ],
  sources: [
    'shared-list-invalid',
    'shared-list-unreadable',
    'shared-list-held',
    'shared-list-left-out',
    'throttled',
    'access-refused',
    'list-shrunk',
    'ends-shrunk',
    'paging-endless',
    'address-refused',
  ],
  browsers: [
    'no-browser',
    'browser-not-found',
    'browser-missing',
    'browser-not-started',
    'browser-exited',
    'browser-confined',
    'browser-too-old',
    'browser-path-invalid',
    'browser-path-doubtful',
    'own-profile-unchosen',
    'own-profile-missing',
    'custom-off',
    'custom-invalid',
    'shell-refused',
    'argument-refused',
  ],
  profiles: ['profile-unwritable', 'profile-gone', 'profile-not-deleted'],
  general: [
    'storage-unreadable',
    'storage-corrupt',
    'storage-damaged',
    'storage-newer',
    'policy-unreadable',
    'policy-name-unknown',
    'policy-value-refused',
    'setting-locked',
    'update-refused',
    'update-failed',
    'update-not-started',
    'update-no-space',
    'autostart-refused',
  ],
  help: ['step-up-needed', 'access-blocked', 'not-invited'],
  finder: ['hotkey-taken', 'hotkey-own', 'hotkey-invalid', 'hotkey-withheld'],
  about: ['own-fault'],
} as const satisfies Readonly<Partial<Record<Way, readonly ProblemKind[]>>>;

/** Nothing but the text itself helps: a wrong word, a false link, a question that was answered. */
type TextHelps =
  | 'tenant-id-invalid'
  | 'instruction-unread'
  | 'not-offered-here'
  | 'page-address-invalid'
  | 'page-placeholder-unknown'
  | 'link-unknown'
  | 'link-ambiguous'
  | 'link-not-https'
  | 'link-disguised'
  | 'link-look-alike'
  | 'link-page-unlisted'
  | 'link-customer-unnamed'
  | 'link-acts'
  | 'text-too-long'
  | 'link-opaque'
  | 'link-moved'
  | 'domain-unknown'
  | 'domain-consumer'
  | 'domain-of-many'
  | 'annotation-too-long'
  | 'annotation-too-many'
  | 'colour-invalid'
  | 'custom-link-invalid'
  | 'value-unknown'
  | 'question-open'
  | 'not-our-data'
  | 'not-removed'
  | 'start-failed'
  | 'nothing-to-copy'
  | 'command-refused'
  | 'link-malformed'
  | 'clipboard-empty'
  | 'command-unknown'
  | 'command-missing'
  | 'option-unknown'
  | 'sandbox-off'
  | 'option-invalid'
  | 'argument-missing'
  | 'argument-extra'
  | 'customer-ambiguous'
  | 'customer-not-found'
  | 'export-format-unknown'
  | 'confirmation-needed'
  | 'not-answering'
  | 'channel-unsafe'
  | 'channel-taken'
  | 'sample-customer'
  | 'own-place-missing'
  | 'update-busy'
  | 'update-none'
  | 'cancelled';

type WithWay = (typeof kindsByWay)[keyof typeof kindsByWay][number];
/** Kinds that nobody thought of. While there are any, the map below does not compile, and the compiler names them. */
type Forgotten = Exclude<ProblemKind, WithWay | TextHelps>;

const ways: [Forgotten] extends [never] ? ReadonlyMap<ProblemKind, Way> : Forgotten = new Map(
  Object.entries(kindsByWay).flatMap(([way, kinds]) =>
    kinds.map((kind): [ProblemKind, Way] => [kind, way as Way]),
  ),
);

/** The page of the settings that tells a standing problem: where it is mended, or the first one. */
export function homeOf(problem: Problem): SettingsPage {
  const remedy = remedyOf(problem);
  if (remedy === undefined || remedy === 'retry') return 'general';
  if (remedy.kind === 'settings') return remedy.page;
  return remedy.kind === 'signIn' ? 'accounts' : 'sources';
}

/** What one press can do about a problem; `retry` where that is to ask again for the same. */
export function remedyOf(problem: Problem): Remedy | 'retry' | undefined {
  const way = ways.get(problem.kind);
  if (way === undefined) return undefined;
  if (way === 'retry') return 'retry';
  if (way === 'sync') return { kind: 'sync' };
  if (way !== 'signIn') return { kind: 'settings', page: way };
  const { values } = problem;
  const username = 'account' in values ? values.account : 'wanted' in values ? values.wanted : undefined;
  return { kind: 'signIn', ...(username !== undefined && { username }) };
}
