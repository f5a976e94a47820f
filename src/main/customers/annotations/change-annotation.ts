import { annotationLimits as limits } from '#shared/customer/annotation-limits.ts';
import type { Annotation, AnnotationChange, CustomLink, Instruction } from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { parseUrl } from '#shared/text/url.ts';
import { oneLine, severalLines } from './clean-text.ts';

type Cleaned<T> = Result<T | undefined, Problem>;

/**
 * What is written about a customer after a change: cleaned, and without what says nothing (`false`, blanks, empty lists).
 * Members that this Tidegate does not know stay. Errors, which change nothing: `annotation-too-long`,
 * `annotation-too-many`, `colour-invalid`, `custom-link-invalid`.
 */
export function changeAnnotation(before: Annotation, change: AnnotationChange): Result<Annotation, Problem> {
  const after: Record<string, unknown> = { ...before };
  for (const member of Object.keys(change) as (keyof Annotation)[]) {
    if (change[member] === undefined) continue;
    const cleaned = cleanMember(member, change);
    if (!cleaned.ok) return cleaned;
    if (cleaned.value === undefined) delete after[member];
    else after[member] = cleaned.value;
  }
  return ok(after);
}

/** Each member's rule. What is null says nothing, as does what is blank. */
const rules: {
  readonly [K in keyof Annotation]-?: (value: NonNullable<Annotation[K]>) => Cleaned<Annotation[K]>;
} = {
  name: (text) => shortText(text, limits.name),
  aliases: (texts) => shortTexts(texts, limits.alias, limits.aliases),
  tags: (texts) => shortTexts(texts.flatMap(splitTags), limits.tag, limits.tags),
  favourite: flag,
  hidden: flag,
  note: (text) => filled(severalLines(text), limits.note),
  instruction: cleanInstruction,
  colour: cleanColour,
  links: cleanLinks,
  browser: (text) => shortText(text, limits.id),
  isolation: (level) => ok(level),
  ownProfile: (text) => shortText(text, limits.id),
  accountId: (text) => shortText(text, limits.id),
};

function cleanMember(member: keyof Annotation, change: AnnotationChange): Cleaned<unknown> {
  const value = change[member];
  const rule = rules[member] as (value: unknown) => Cleaned<unknown>;
  return value === null || value === undefined ? ok(undefined) : rule(value);
}

function flag(value: boolean): Cleaned<boolean> {
  return ok(value || undefined);
}

function shortText(text: string, most: number): Cleaned<string> {
  return filled(oneLine(text), most);
}

function filled(text: string, most: number): Cleaned<string> {
  if ([...text].length > most)
    return err(problem('annotation-too-long', { text: `${text.slice(0, 40)}…`, most: String(most) }));
  return ok(text === '' ? undefined : text);
}

/** Each text once; blank ones fall out. */
function shortTexts(texts: readonly string[], longest: number, most: number): Cleaned<readonly string[]> {
  const kept = new Set<string>();
  for (const text of texts) {
    const cleaned = shortText(text, longest);
    if (!cleaned.ok) return cleaned;
    if (cleaned.value !== undefined) kept.add(cleaned.value);
  }
  if (kept.size > most) return err(problem('annotation-too-many', { most: String(most) }));
  return ok(kept.size === 0 ? undefined : [...kept]);
}

/** `gold, #france` are two tags: no tag contains a separator, so that people may write several in one cell. */
function splitTags(text: string): string[] {
  return text.split(/[,;\n]/).map((tag) => oneLine(tag).replace(/^[#\s]+/, ''));
}

function cleanInstruction({ text, atLaunch }: Instruction): Cleaned<Instruction> {
  const cleaned = filled(severalLines(text), limits.instruction);
  if (!cleaned.ok) return cleaned;
  return ok(cleaned.value === undefined ? undefined : { text: cleaned.value, atLaunch });
}

function cleanColour(text: string): Cleaned<string> {
  const colour = oneLine(text).toLowerCase();
  if (colour === '') return ok(undefined);
  const [, digits] = /^#?([0-9a-f]{6})$/.exec(colour) ?? [];
  return digits === undefined
    ? err(problem('colour-invalid', { text: text.slice(0, 80) }))
    : ok(`#${digits}`);
}

function cleanLinks(links: readonly CustomLink[]): Cleaned<readonly CustomLink[]> {
  const kept = new Map<string, CustomLink>();
  for (const link of links) {
    const url = customAddress(link.url);
    if (url === undefined) return err(problem('custom-link-invalid', { text: link.url.slice(0, 80) }));
    const name = filled(oneLine(link.name), limits.linkName);
    if (!name.ok) return name;
    kept.set(url, { name: name.value ?? new URL(url).hostname, url });
  }
  if (kept.size > limits.links) return err(problem('annotation-too-many', { most: String(limits.links) }));
  return ok(kept.size === 0 ? undefined : [...kept.values()]);
}

/**
 * SECURITY: a link of the user's own is https without user information, and printable: what is read is what is opened.
 * Whether its host is opened without asking is decided where it is opened.
 */
function customAddress(text: string): string | undefined {
  const trimmed = text.trim();
  if (/[^!-~]|\\/.test(trimmed)) return undefined;
  const url = parseUrl(trimmed);
  const plain = url?.protocol === 'https:' && url.username === '' && url.password === '';
  return plain && url.href.length <= limits.link ? url.href : undefined;
}
