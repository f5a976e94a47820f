import { identityDetail, type CustomerIdentity } from '#shared/customer/customer-identity.ts';
import type { Translate } from '#shared/locales/messages.ts';
import type { Act } from '#shared/portals/acting-links.ts';

/** A browser profile by its name, and whose it is where that is a customer. */
export interface ProfileSubject {
  readonly name: string;
  readonly customer?: CustomerIdentity;
}

/** What the user is asked, in a dialog of the system's, before it is done. */
export type Question =
  | { readonly kind: 'forgetCustomer'; readonly customer: CustomerIdentity }
  | { readonly kind: 'wipe' }
  | { readonly kind: 'deleteJournal' }
  | { readonly kind: 'deleteProfiles'; readonly profiles: readonly ProfileSubject[] }
  | { readonly kind: 'resetProfile'; readonly customer: CustomerIdentity }
  | { readonly kind: 'clearProfile'; readonly profile: ProfileSubject }
  | { readonly kind: 'closeBrowsers' }
  | { readonly kind: 'removeCustomer'; readonly customer: CustomerIdentity }
  | { readonly kind: 'signOut'; readonly account: string }
  | { readonly kind: 'endShift'; readonly accounts: readonly string[] }
  | { readonly kind: 'confirmHost'; readonly host: string }
  /** `arguments`: as they are given, one each, with their placeholders. */
  | { readonly kind: 'setCustomCommand'; readonly program: string; readonly arguments: readonly string[] }
  | { readonly kind: 'setBrowserArguments'; readonly arguments: readonly string[] }
  | {
      readonly kind: 'chooseSharedList' | 'chooseHuntList';
      readonly host: string;
      readonly address: string;
    }
  /** A link that does something once it is open: what, at whom, and who asks for it. */
  | {
      readonly kind: 'act';
      readonly act: Act;
      readonly customer: CustomerIdentity;
      readonly address: string;
    };

export interface QuestionTexts {
  readonly title: string;
  readonly question: string;
  readonly detail: string;
  readonly yes: string;
  readonly no: string;
}

/** More names than this would push the buttons off the screen. */
const mostNames = 12;

/** Questions about deleting something: their other button keeps it. That of all others changes nothing. */
const destroys: ReadonlySet<Question['kind']> = new Set([
  'forgetCustomer',
  'wipe',
  'deleteJournal',
  'deleteProfiles',
  'resetProfile',
  'clearProfile',
  'removeCustomer',
]);

/**
 * The words of a question, whole: what is trusted or destroyed stands in them by its name.
 * SECURITY: two customers may have one name, so a question about one also gives its domain and the end of its id.
 */
export function questionTexts(t: Translate, asked: Question): QuestionTexts {
  const texts = plainTexts(t, asked);
  const customer = customerOf(asked);
  return customer === undefined
    ? texts
    : { ...texts, detail: `${identityDetail(t, customer)}\n\n${texts.detail}` };
}

/** The one customer that a question is about. */
function customerOf(asked: Question): CustomerIdentity | undefined {
  if ('customer' in asked) return asked.customer;
  return asked.kind === 'clearProfile' ? asked.profile.customer : undefined;
}

function plainTexts(t: Translate, asked: Question): QuestionTexts {
  const { kind } = asked;
  if (kind === 'act') return actTexts(t, asked);
  const values = valuesOf(t, asked);
  return {
    title: t(`dialog.${kind}.title`),
    question: t(`dialog.${kind}.question`, values),
    detail: t(`dialog.${kind}.detail`, values),
    yes: t(`dialog.${kind}.yes`),
    no: t(destroys.has(kind) ? 'dialog.keep' : 'dialog.cancel'),
  };
}

/** The longest part of an address that a question shows; the portal shows the rest. */
const longestAddress = 200;

function actTexts(
  t: Translate,
  { act, address, customer }: Extract<Question, { kind: 'act' }>,
): QuestionTexts {
  const lines = act.facts.map(({ name, value }) => t(`act.fact.${name}`, { value }));
  const shown = t('dialog.act.address', { value: address.slice(0, longestAddress) });
  return {
    title: t('dialog.act.title'),
    question: t(`act.${act.kind}`, { customer: customer.name }),
    detail: t('dialog.act.detail', { facts: [...lines, shown].join('\n') }),
    yes: t('dialog.act.yes'),
    no: t('dialog.act.no'),
  };
}

function valuesOf(
  t: Translate,
  asked: Exclude<Question, { kind: 'act' }>,
): Readonly<Record<string, string | number>> {
  if (asked.kind === 'deleteProfiles') {
    const names = asked.profiles.map(({ customer, name }) =>
      customer === undefined ? name : `${name} (${identityDetail(t, customer)})`,
    );
    return { count: names.length, names: listed(t, names) };
  }
  if (asked.kind === 'clearProfile') return { name: asked.profile.name };
  if (asked.kind === 'endShift') return { count: asked.accounts.length, names: listed(t, asked.accounts) };
  if (asked.kind === 'setCustomCommand')
    return { program: asked.program, arguments: asked.arguments.map(quoted).join(' ') };
  if (asked.kind === 'setBrowserArguments') return { arguments: asked.arguments.join('\n') };
  if ('customer' in asked) return { customer: asked.customer.name };
  const { kind: _kind, ...values } = asked;
  return values;
}

function listed(t: Translate, names: readonly string[]): string {
  const left = names.length - mostNames;
  const shown = left > 1 ? names.slice(0, mostNames) : names;
  return [...shown, ...(left > 1 ? [t('dialog.andMore', { count: left })] : [])].join('\n');
}

/** Quotes a word as the user writes it in a command: see browsers/launch/custom-command. */
function quoted(word: string): string {
  return word === '' || /\s/.test(word) ? `"${word}"` : word;
}
