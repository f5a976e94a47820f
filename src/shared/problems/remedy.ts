import type { Problem, ProblemKind } from './problem.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';

/** What one press can do about a problem. */
export type Remedy =
  /** Sign in again; as the account with this name, where the problem names one. */
  | { readonly kind: 'signIn'; readonly username?: string }
  /** Ask all sources again. */
  | { readonly kind: 'sync' }
  /** Show where it is mended. */
  | { readonly kind: 'settings'; readonly page: SettingsPage };

/** `retry` repeats what was asked for; the finder knows what that was. */
type Way = 'signIn' | 'sync' | 'retry' | SettingsPage;

/**
 * What to do about each kind of problem; null where nothing but the text itself helps: a wrong word, a false link, a
 * question that was answered. A record, so that the compiler misses a kind that nobody thought of.
 */
const ways: { readonly [K in ProblemKind]: Way | null } = {
  'tenant-id-invalid': null,
  'customer-unknown': 'customers',
  'page-unknown': 'portals',
  'page-incomplete': 'customers',
  'page-elsewhere': 'portals',
  'page-own-tenant': 'portals',
  'page-access': 'accounts',
  'instruction-unread': null,
  'not-offered-here': null,
  'host-unconfirmed': 'portals',
  'portal-address-invalid': null,
  'portal-placeholder-unknown': null,
  'hunt-unclosed': 'portals',
  'hunt-multiline': 'portals',
  'hunt-too-long': 'portals',
  'hunt-name-taken': 'portals',
  'hunts-too-many': 'portals',
  'team-hunts-unreadable': 'portals',
  'team-hunts-gone': 'portals',
  'team-hunts-left-out': 'portals',
  'link-unknown': null,
  'link-ambiguous': null,
  'link-not-https': null,
  'link-disguised': null,
  'link-look-alike': null,
  'link-host-unlisted': 'portals',
  'link-page-unlisted': null,
  'link-customer-unnamed': null,
  'link-acts': null,
  'text-too-long': null,
  'link-opaque': null,
  'link-moved': null,
  'domain-unlisted': 'customers',
  'domain-shared': 'customers',
  'domain-unknown': null,
  'domain-consumer': null,
  'domain-elsewhere': 'accounts',
  'list-empty': 'customers',
  'list-unreadable': 'customers',
  'not-a-file': 'customers',
  'file-hangs': 'retry',
  'list-too-big': 'customers',
  'list-too-long': 'customers',
  'list-json-broken': 'customers',
  'list-web-page': 'customers',
  'list-workbook': 'customers',
  'list-document': 'customers',
  'list-picture': 'customers',
  'list-packed': 'customers',
  'list-mail': 'customers',
  'list-xml': 'customers',
  'list-binary': 'customers',
  'list-json-other': 'customers',
  'list-quote-open': 'customers',
  'drop-no-file': 'customers',
  'drop-several': 'customers',
  'drop-unreadable': 'customers',
  'list-row-too-long': 'customers',
  'list-cell-cut': 'customers',
  'list-two-names': 'customers',
  'list-two-tenants': 'customers',
  'list-encoding-guessed': 'customers',
  'list-no-tenant-column': 'customers',
  'annotation-too-long': null,
  'annotation-too-many': null,
  'colour-invalid': null,
  'custom-link-invalid': null,
  'value-unknown': null,
  'shared-list-invalid': 'sources',
  'shared-list-unreadable': 'sources',
  'shared-list-held': 'sources',
  'shared-list-left-out': 'sources',
  'import-outdated': 'customers',
  'export-unwritable': 'customers',
  'no-browser': 'browsers',
  'browser-not-found': 'browsers',
  'browser-missing': 'browsers',
  'browser-not-started': 'browsers',
  'browser-exited': 'browsers',
  'browser-confined': 'browsers',
  'browser-too-old': 'browsers',
  'browser-path-invalid': 'browsers',
  'browser-path-doubtful': 'browsers',
  'profile-unwritable': 'profiles',
  'profile-locked': 'retry',
  'profile-hung': 'retry',
  'profile-in-use': 'retry',
  'profile-gone': 'profiles',
  'profile-not-deleted': 'profiles',
  'own-profile-unchosen': 'browsers',
  'own-profile-missing': 'browsers',
  'custom-off': 'browsers',
  'custom-invalid': 'browsers',
  'shell-refused': 'browsers',
  'argument-refused': 'browsers',
  'storage-unwritable': 'retry',
  'storage-unreadable': 'general',
  'storage-corrupt': 'general',
  'storage-damaged': 'general',
  'storage-newer': 'general',
  'question-open': null,
  'sign-in-unconfigured': 'accounts',
  'client-id-invalid': 'accounts',
  'authority-invalid': 'accounts',
  'authority-unknown': 'accounts',
  'sign-in-cancelled': 'signIn',
  'sign-in-timed-out': 'signIn',
  'sign-in-page-unopened': 'signIn',
  'sign-in-refused': 'signIn',
  'sign-in-needed': 'signIn',
  'step-up-needed': 'help',
  'mfa-needed': 'signIn',
  'access-blocked': 'help',
  'consent-missing': 'accounts',
  'not-invited': 'help',
  'account-unknown': 'accounts',
  'home-refused': 'signIn',
  'signed-in-as-another': 'signIn',
  'token-wrong-tenant': 'signIn',
  'tokens-unreadable': 'signIn',
  'tokens-not-kept': 'general',
  'tokens-not-sealed': 'general',
  offline: 'sync',
  throttled: 'sources',
  'proxy-refused': 'sync',
  'server-fault': 'sync',
  'token-refused': 'signIn',
  'access-refused': 'sources',
  'proof-needed': 'signIn',
  'page-instead': 'sync',
  'connection-untrusted': 'sync',
  'answer-invalid': 'sync',
  'list-shrunk': 'sources',
  'ends-shrunk': 'sources',
  'paging-endless': 'sources',
  'address-refused': 'sources',
  'browsers-running': 'retry',
  'not-our-data': null,
  'not-removed': null,
  'hotkey-taken': 'general',
  'hotkey-own': 'general',
  'hotkey-invalid': 'general',
  'policy-unreadable': 'general',
  'policy-name-unknown': 'general',
  'policy-value-refused': 'general',
  'start-failed': null,
  'setting-locked': 'general',
  'nothing-to-copy': null,
  'command-refused': null,
  'link-malformed': null,
  'clipboard-empty': null,
  'command-unknown': null,
  'command-missing': null,
  'option-unknown': null,
  'sandbox-off': null,
  'option-invalid': null,
  'argument-missing': null,
  'argument-extra': null,
  'customer-ambiguous': null,
  'customer-not-found': null,
  'export-format-unknown': null,
  'confirmation-needed': null,
  'not-answering': null,
  'channel-unsafe': null,
  cancelled: null,
};

/** What one press can do about a problem; `retry` where that is to ask again for the same. */
export function remedyOf(problem: Problem): Remedy | 'retry' | undefined {
  const way = ways[problem.kind];
  switch (way) {
    case null:
      return undefined;
    case 'retry':
      return 'retry';
    case 'sync':
      return { kind: 'sync' };
    case 'signIn': {
      const { values } = problem;
      const username = 'account' in values ? values.account : 'wanted' in values ? values.wanted : undefined;
      return { kind: 'signIn', ...(username !== undefined && { username }) };
    }
    default:
      return { kind: 'settings', page: way };
  }
}
