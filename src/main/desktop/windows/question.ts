import type { Translate } from '#shared/locales/messages.ts';
import type { Act } from '#shared/portals/acting-links.ts';

/** What the user is asked, in a dialog of the system's, before it is done. */
export type Question =
  | { readonly kind: 'forgetCustomer'; readonly customer: string }
  | { readonly kind: 'wipe' }
  /** `names`: whose profiles they are, one each. */
  | { readonly kind: 'deleteProfiles'; readonly names: readonly string[] }
  | { readonly kind: 'resetProfile'; readonly customer: string }
  | { readonly kind: 'clearProfile'; readonly name: string }
  | { readonly kind: 'closeBrowsers' }
  | { readonly kind: 'removeCustomer'; readonly customer: string }
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
  | { readonly kind: 'act'; readonly act: Act; readonly customer: string; readonly address: string };

export interface QuestionTexts {
  readonly title: string;
  readonly question: string;
  readonly detail: string;
  readonly yes: string;
  readonly no: string;
}

/** So many names are read; more would push the buttons off the screen. */
const mostNames = 12;

/** Keeping what is there is the way out of these; out of the others it is changing nothing. */
const destroys: ReadonlySet<Question['kind']> = new Set([
  'forgetCustomer',
  'wipe',
  'deleteProfiles',
  'resetProfile',
  'clearProfile',
  'removeCustomer',
]);

/** The words of a question, whole: what is trusted or destroyed stands in them by its name. */
export function questionTexts(t: Translate, asked: Question): QuestionTexts {
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

/** So much of an address is read; the portal shows the rest. */
const longestAddress = 200;

function actTexts(
  t: Translate,
  { act, address, customer }: Extract<Question, { kind: 'act' }>,
): QuestionTexts {
  const lines = act.facts.map(({ name, value }) => t(`act.fact.${name}`, { value }));
  const shown = t('dialog.act.address', { value: address.slice(0, longestAddress) });
  return {
    title: t('dialog.act.title'),
    question: t(`act.${act.kind}`, { customer }),
    detail: t('dialog.act.detail', { facts: [...lines, shown].join('\n') }),
    yes: t('dialog.act.yes'),
    no: t('dialog.act.no'),
  };
}

function valuesOf(
  t: Translate,
  asked: Exclude<Question, { kind: 'act' }>,
): Readonly<Record<string, string | number>> {
  if (asked.kind === 'deleteProfiles') return { count: asked.names.length, names: listed(t, asked.names) };
  if (asked.kind === 'endShift') return { count: asked.accounts.length, names: listed(t, asked.accounts) };
  if (asked.kind === 'setCustomCommand')
    return { program: asked.program, arguments: asked.arguments.map(quoted).join(' ') };
  if (asked.kind === 'setBrowserArguments') return { arguments: asked.arguments.join('\n') };
  const { kind: _kind, ...values } = asked;
  return values;
}

function listed(t: Translate, names: readonly string[]): string {
  const left = names.length - mostNames;
  const shown = left > 1 ? names.slice(0, mostNames) : names;
  return [...shown, ...(left > 1 ? [t('dialog.andMore', { count: left })] : [])].join('\n');
}

/** As the user writes it: see launch/custom-command. */
function quoted(word: string): string {
  return word === '' || /\s/.test(word) ? `"${word}"` : word;
}
