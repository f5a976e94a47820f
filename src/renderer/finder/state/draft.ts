import { parseHttpsAddress } from '#shared/text/https-address.ts';
import { openableHosts } from '#shared/portals/openable-hosts.ts';
import { tenantColour } from '#shared/customer/colour.ts';
import type { AnnotationChange, Customer, CustomLink } from '#shared/customer/customer.ts';
import type { IsolationLevel } from '#shared/customer/isolation.ts';

/** What the form of one customer holds, as typed. Lists are one text: tags, which hold no comma, with commas; aliases and links line by line. */
export interface Draft {
  readonly name: string;
  readonly aliases: string;
  readonly tags: string;
  readonly favourite: boolean;
  readonly hidden: boolean;
  readonly note: string;
  readonly instruction: string;
  readonly atLaunch: boolean;
  readonly links: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** A browser's id; empty for the one in the settings. */
  readonly browser: string;
  /** Empty for the level in the settings. */
  readonly isolation: IsolationLevel | '';
  /** An account's id; empty for whichever serves best. */
  readonly accountId: string;
}

/** The fields that are texts; the others are switches. */
export type TextName = { [K in keyof Draft]: Draft[K] extends boolean ? never : K }[keyof Draft];

export function draftOf(customer: Customer): Draft {
  return {
    name: customer.ownName ?? '',
    aliases: customer.aliases.join('\n'),
    tags: customer.tags.join(', '),
    favourite: customer.favourite,
    hidden: customer.hidden,
    note: customer.note ?? '',
    instruction: customer.instruction?.text ?? '',
    atLaunch: customer.instruction?.atLaunch ?? false,
    links: (customer.links ?? []).map(({ name, url }) => `${name} ${url}`.trim()).join('\n'),
    colour: customer.colour ?? tenantColour(customer.tenantId).hex,
    browser: customer.browser ?? '',
    isolation: customer.isolation ?? '',
    accountId: customer.accountId ?? '',
  };
}

/**
 * The form after typing into one of its texts. An instruction that is written for the first time is to be read before
 * launches unless the user says otherwise: that is what most are for.
 */
export function withText(opened: Draft, draft: Draft, name: TextName, text: string): Draft {
  const isFirst = name === 'instruction' && opened.instruction.trim() === '';
  const [was, is] = [draft.instruction, text].map((each) => each.trim() !== '');
  return { ...draft, [name]: text, ...(isFirst && was !== is && { atLaunch: is === true }) };
}

/** The fields that differ, as they are now. */
export function changedFields(before: Draft, after: Draft): Partial<Draft> {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => before[name as keyof Draft] !== value),
  );
}

/**
 * What was changed in the form since it was opened, and nothing else: what a sync or another window has changed
 * meanwhile stays. Main checks and cleans the values.
 */
export function changeBetween(before: Draft, after: Draft): AnnotationChange {
  const changed = (...names: readonly (keyof Draft)[]): boolean =>
    names.some((name) => before[name] !== after[name]);
  const { isolation } = after;
  return {
    ...(changed('name') && { name: orNull(after.name) }),
    ...(changed('aliases') && { aliases: lines(after.aliases) }),
    ...(changed('tags') && { tags: parts(after.tags, /[,;\n]/) }),
    ...(changed('favourite') && { favourite: after.favourite }),
    ...(changed('hidden') && { hidden: after.hidden }),
    ...(changed('note') && { note: orNull(after.note) }),
    ...(changed('instruction', 'atLaunch') && {
      instruction:
        after.instruction.trim() === '' ? null : { text: after.instruction, atLaunch: after.atLaunch },
    }),
    ...(changed('links') && { links: linksIn(after.links) }),
    ...(changed('colour') && { colour: after.colour }),
    ...(changed('browser') && { browser: orNull(after.browser) }),
    ...(changed('isolation') && { isolation: isolation === '' ? null : isolation }),
    ...(changed('accountId') && { accountId: orNull(after.accountId) }),
  };
}

/** The hosts of the links as written that nothing opens yet: neither portals', nor the customer's own, nor confirmed. */
export function hostsToConfirm(
  { links }: Pick<Draft, 'links'>,
  customer: Customer,
  confirmed: readonly string[],
): readonly string[] {
  const openable = openableHosts(confirmed, customer);
  const hosts = linksIn(links).flatMap(({ url }) => parseHttpsAddress(url)?.hostname ?? []);
  return [...new Set(hosts)].filter((host) => !openable.includes(host));
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}

function lines(text: string): readonly string[] {
  return parts(text, '\n');
}

function parts(text: string, separator: string | RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A name and an address in each line; the address is the last word. */
function linksIn(text: string): readonly CustomLink[] {
  return lines(text).map((line) => {
    const url = line.split(/\s+/).at(-1) ?? '';
    return { name: line.slice(0, line.length - url.length).trim(), url };
  });
}
