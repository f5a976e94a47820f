import { looksLikeLink } from '#shared/portals/links/read-link.ts';
import { readReference } from '#shared/portals/read-reference.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { parseDomain } from '#shared/tenant/domain.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { isObject } from '#shared/text/json-object.ts';
import type { FieldTexts } from './field-row.ts';
import { fieldOf, fieldsOf, type Field } from './fields.ts';
import { jsonElements, type JsonElement, type JsonLeftOut, type Wrappers } from './json-elements.ts';
import { keyedElements, type KeyedElement, type KeyedLists } from './json-keyed.ts';
import type { JsonMember } from './json-members.ts';
import { shorten, type RowReading } from './list-row.ts';
import { nameColumnsOf, RowTexts } from './name-columns.ts';
import { valueIn } from './no-value.ts';
import { annotationInJson } from './read-annotation.ts';
import { readFields } from './read-fields.ts';
import { tooLong } from './table.ts';

/** Properties that nothing but lists of customers have. */
const customers = ['customers', 'tenants', 'clients', 'companies', 'organizations', 'organisations'];

/**
 * Properties in which APIs wrap their list: ARM and Graph (`value`), CIPP's API (`Results`), and common others. Any other
 * array of objects of which one of the first says so by its properties is a list of customers as well.
 */
const wrappers: Wrappers = {
  names: new Set(['value', 'results', 'items', 'data', ...customers]),
  certain: new Set(customers),
  fits: isTenants,
  fitsNamed: (name) => isTenants(name) || namesTenant.has(fieldOf(name) ?? 'otherId'),
};

/** What may name a tenant, and is no number or address that records of every kind have. */
const namesTenant: ReadonlySet<Field> = new Set(['tenantOrName', 'perhapsTenant', 'link']);

/** A name under which only customers of Microsoft have something. */
function isTenants(name: string): boolean {
  const field = fieldOf(name);
  return field === 'tenant' || field === 'domain' || field === 'domains' || /^customer_?id$/i.test(name);
}

/** Of so many properties of an element one is the tenant's. */
const mostProperties = 1_000;

/** No element is longer, in characters. */
const longestElement = 1_000_000;

/** True for a text that means to be a list in JSON, or one object of it. */
export function looksLikeJson(text: string): boolean {
  return /^\s*(\[\s*([[{"\]]|$)|\{\s*(["}]|$))/.test(text);
}

/**
 * The rows of a JSON text: an array, arrays wrapped in an object, an object of customers by their ids or names, or a single
 * object. `firstLine` is the line on which the text begins in the whole list. What is broken is refused where it breaks; what
 * stood before it is read. Returns where the JSON ends in the text.
 */
export function* readJsonList(json: string, firstLine: number): Generator<RowReading, number> {
  const keyed = yield* rowsOf(keyedElements(json, keyedLists), firstLine, readKeyedElement);
  return keyed ?? (yield* rowsOf(jsonElements(json, wrappers), firstLine, readElement));
}

function* rowsOf<Element extends { readonly line: number }, End>(
  elements: Generator<Element | JsonLeftOut | null, End>,
  firstLine: number,
  read: (element: Element) => NonNullable<RowReading>,
): Generator<RowReading, End> {
  for (let next = elements.next(); ; next = elements.next()) {
    if (next.done === true) return next.value;
    const element = next.value;
    if (element === null) {
      yield null;
      continue;
    }
    const line = firstLine + element.line - 1;
    yield 'leftOut' in element ? refuseList(element.leftOut, line) : read({ ...element, line });
  }
}

const keyedLists: KeyedLists = { names: wrappers.names, isKeyed };

/** Names under which an object has tenants that play a part each, and are no list. */
const parts: ReadonlySet<string> = new Set(
  `source, target, home, partner, provider, resource, from, to, old, new, primary, secondary, before, after, own, other,
   parent, child, current, previous, default, me, user, owner, first, second, left, right, one, self`
    .split(',')
    .map((part) => part.trim()),
);

/** True when most members are customers: each under its tenant ID, or several that are tenants under a name each. */
function isKeyed(members: readonly JsonMember[], list: string): boolean {
  const isCertain = wrappers.certain.has(list.toLowerCase());
  const whole = members.filter(({ isWhole }) => isWhole);
  const names = whole.map(({ name }) => name);
  // An object that has a tenant's own property is that customer, and one whose tenants have parts in it is no list.
  if (names.some((name) => isTenants(name) || parts.has(name.toLowerCase()))) return false;
  const byId = names.filter((name) => parseTenantId(name) !== undefined).length;
  const byName = whole.filter((member) => isNamedTenant(member, isCertain)).length;
  return (byId > 0 || byName > (isCertain ? 0 : 1)) && (byId + byName) * 2 >= members.length;
}

/** An object with a tenant of its own under a name, or a tenant ID there; a domain alone only where customers are meant. */
function isNamedTenant({ name, text }: JsonMember, isCertain: boolean): boolean {
  if (parseTenantId(name) !== undefined || fieldOf(name) !== undefined) return false;
  const value = parsed(text);
  if (isObject(value)) return tenantIn(value) || (isCertain && (hasOwnId(value) || isDomain(name)));
  if (typeof value !== 'string' || /(?:I[dD]|[_-]id|uuid|guid)$/.test(name)) return false;
  return parseTenantId(value) !== undefined || (isCertain && readReference(value).ok);
}

function tenantIn(value: Json): boolean {
  return hasTenant(value) || innersOf(value).some(({ inner }) => idsIn(inner).length > 0);
}

function isDomain(text: string): boolean {
  return parseDomain(text) !== undefined;
}

/** Nothing for what is broken, or too long to be an element. */
function parsed(text: string): unknown {
  if (text.length > longestElement) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A customer under its tenant ID or its name: what is said there is read as if it stood among its properties. */
function readKeyedElement(element: KeyedElement): NonNullable<RowReading> {
  const { key, line, list, text } = element;
  const value = parsed(text);
  if (value === undefined) return readElement(element);
  const isId = parseTenantId(key) !== undefined;
  const item = aboutKeyed(key, value);
  if (item === undefined) {
    const shown = shorten(`${key}: ${showFlat(value)}`);
    return err({ line, column: null, text: shown, problem: problem('link-unknown', { text: shown }) });
  }
  const about = withOwnId(list, aboutTenant(item) ?? item);
  return isId
    ? readItem({ ...about, [freeName(about, idNames)]: key }, line)
    : readItem(withKey(about, key), line);
}

const idNames = ['tenant id', 'tenant guid', 'tenant uuid', 'tenant identifier'];

/** An id beside another one has a property of its own, so that a contradiction is seen. */
function freeName(item: Json, names: readonly string[]): string {
  return names.find((name) => !Object.hasOwn(item, name)) ?? '';
}

/** A name of its own counts rather than the one under which it stands; a number is none. */
function withKey(item: Json, key: string): Json {
  const has = (field: Field): boolean => Object.keys(item).some((name) => fieldOf(name) === field);
  if (/^\d*$/.test(key)) return item;
  if (isDomain(key) && key === key.toLowerCase()) return has('domain') ? item : { ...item, domain: key };
  return has('name') ? item : { ...item, name: key };
}

/** The value under a key as an object of properties; nothing for what says nothing that is understood. */
function aboutKeyed(key: string, value: unknown): Json | undefined {
  if (isObject(value)) return value;
  const isId = parseTenantId(key) !== undefined;
  const isNamed = isId || isDomain(key);
  if (value === null) return isId ? {} : undefined;
  if (Array.isArray(value)) return { domains: value };
  if (typeof value !== 'string') return undefined;
  if (looksLikeLink(value)) return { link: value };
  if (parseTenantId(value) !== undefined) return { 'tenant id': value };
  if (isDomain(value)) return { domain: value };
  return { [isNamed ? 'name' : 'tenant id']: value };
}

/** In a list of tenants, or an object called one, its own id is the tenant's. */
function withOwnId(list: string, item: Json): Json {
  return fieldOf(list.replace(/s$/i, '')) === 'tenantOrName' && !hasId(item) && hasOwnId(item)
    ? { ...item, 'tenant id': item['id'] }
    : item;
}

function hasId(item: Json): boolean {
  return Object.keys(item)
    .slice(0, mostProperties)
    .some((key) => fieldOf(key) === 'tenant');
}

function hasOwnId(item: Json): boolean {
  return typeof item['id'] === 'string' && parseTenantId(item['id']) !== undefined;
}

function refuseList(name: string, line: number): NonNullable<RowReading> {
  const list = shorten(name);
  return err({ line, column: null, text: list, problem: problem('list-json-left-out', { list }) });
}

type Json = Readonly<Record<string, unknown>>;

function readElement(element: JsonElement): NonNullable<RowReading> {
  const { text, line, list } = element;
  if (text.length > longestElement) return tooLong(line, text);
  let item: unknown;
  try {
    item = JSON.parse(text);
  } catch (error) {
    const fault = faultIn(element, error);
    const why = problem('list-json-broken', { line: String(fault.line) });
    return err({ ...fault, text: shorten(text), problem: why });
  }
  if (isObject(item)) return readItem(withOwnId(list, item), line);
  const shown = shorten(typeof item === 'string' ? item : showFlat(item));
  const reference =
    typeof item === 'string' ? readReference(item) : err(problem('link-unknown', { text: shown }));
  return reference.ok
    ? ok({ line, reference: reference.value, domains: [] })
    : err({ line, column: null, text: shown, problem: reference.error });
}

function readItem(item: Json, line: number): NonNullable<RowReading> {
  const whole = showFlat(item);
  const about = aboutTenant(item);
  if (about === undefined) {
    const text = shorten(whole);
    return err({ line, column: null, text, problem: problem('link-ambiguous', { text }) });
  }
  const reading = readFields({ line, whole, ...textsOf(about) });
  if (!reading.ok) return reading;
  const written = annotationInJson(item['annotation']);
  if (!written.ok) {
    const { column, problem } = written.error;
    return err({ line, column, text: shorten(whole), problem });
  }
  const annotation = { ...reading.value.annotation, ...written.value };
  return ok({ ...reading.value, ...(Object.keys(annotation).length > 0 && { annotation }) });
}

/** The element as JSON without what is nested in it, which may be deeper than a stack. */
function showFlat(item: unknown): string {
  let outermost = true;
  const flat = JSON.stringify(item, (_key, value: unknown) => {
    const nested = !outermost && typeof value === 'object' && value !== null;
    outermost = false;
    return nested ? '…' : value;
  });
  return flat.slice(0, 400);
}

/**
 * What of an element is about the tenant: Graph's relationships, Partner Center's customers and JSON:API say that in an
 * object of its own. Its name stands there too, or else beside it. Of several such objects the one that is called a
 * customer counts; nothing when none is and their tenants differ.
 */
function aboutTenant(item: Json): Json | undefined {
  if (hasTenant(item)) return item;
  const inners = innersOf(item);
  const called = inners.filter(({ key }) => isCustomer.has(fieldOf(key) ?? 'otherId'));
  const candidates = called.length > 0 ? called : inners;
  const [first] = candidates;
  if (first === undefined) return item;
  const ids = new Set(candidates.flatMap(({ inner }) => idsIn(inner)));
  const domains = new Set(candidates.flatMap(({ inner }) => domainsIn(inner)));
  if (ids.size > 1 || (ids.size === 0 && domains.size > 1)) return undefined;
  const { inner } = candidates.find((each) => idsIn(each.inner).length > 0) ?? first;
  const isNamed = Object.keys(inner).some((key) => fieldOf(key) === 'name');
  const names = Object.entries(item)
    .slice(0, mostProperties)
    .filter(([key]) => !isNamed && fieldOf(key) === 'name');
  return { ...Object.fromEntries(names), ...inner };
}

/**
 * Objects that hold a record's own properties: ARM's, JSON:API's, SharePoint's and GraphQL's. Azure's delegations say of whom
 * they are in `properties.registrationDefinition.properties`.
 */
const envelopes: ReadonlySet<string> = new Set([
  'properties',
  'attributes',
  'fields',
  'node',
  'registrationdefinition',
]);
const deepestInner = 4;

interface Inner {
  readonly key: string;
  readonly inner: Json;
}

/** The objects in an element that have a tenant: of those that lie equally deep, and no deeper than the first. */
function innersOf(item: Json): readonly Inner[] {
  let level: readonly Json[] = [item];
  for (let depth = 0; depth < deepestInner; depth += 1) {
    const inners = level
      .flatMap((each) => Object.entries(each).slice(0, mostProperties))
      .slice(0, mostProperties)
      .flatMap(([key, inner]) => (isObject(inner) ? [{ key, inner: withOwnId(key, inner) }] : []));
    const found = inners.filter(({ inner }) => hasTenant(inner));
    if (found.length > 0) return found;
    level = inners.flatMap(({ inner, key }) => (envelopes.has(key.toLowerCase()) ? [inner] : []));
  }
  return [];
}

/** What an object with a customer in it is called. */
const isCustomer: ReadonlySet<Field> = new Set(['name', 'tenantOrName']);

function idsIn(item: Json): string[] {
  return Object.entries(item)
    .slice(0, mostProperties)
    .flatMap(([key, value]) => {
      const id = isTenants(key) && typeof value === 'string' ? parseTenantId(value) : undefined;
      return id === undefined ? [] : [id];
    });
}

/** The first of each object. */
function domainsIn(item: Json): readonly string[] {
  const key = Object.keys(item)
    .slice(0, mostProperties)
    .find((each) => fieldOf(each) === 'domain');
  const domain = key === undefined ? undefined : item[key];
  return typeof domain === 'string' ? [domain.trim().toLowerCase()] : [];
}

interface Texts {
  readonly texts: FieldTexts;
  readonly labels: Partial<Record<Field, string>>;
}

function textsOf(item: Json): Texts {
  const labels: Partial<Record<Field, string>> = {};
  const names = Object.keys(item).slice(0, mostProperties);
  const fields = fieldsOf(names);
  const texts = new RowTexts(nameColumnsOf(names));
  // Of the APIs, only an organization's own `id` is its tenant's; others carry the id of the record there.
  const ownId = names.some((name) => name.toLowerCase() === 'verifieddomains');
  for (const [at, key] of names.entries()) {
    const field = fields[at];
    if (field === undefined) continue;
    labels[field] ??= key;
    for (const text of textsIn(item[key])) {
      const value = isOwnElement(item) ? text : valueIn(field, text);
      const read = key.toLowerCase() === 'id' ? tenantInId(value, ownId) : value;
      if (read !== undefined) texts.add(at, field, read);
    }
  }
  return { texts: texts.all, labels };
}

/** Tidegate's own JSON has what the user wrote in an object of its own: it comes back as it was. */
function isOwnElement(item: Json): boolean {
  return Object.hasOwn(item, 'annotation');
}

function hasTenant(item: object): boolean {
  return Object.keys(item).slice(0, mostProperties).some(isTenants);
}

/** ARM's form of an id is `/tenants/<tenant id>`. */
function tenantInId(id: string, ownId: boolean): string | undefined {
  return /^\/tenants\/([^/]+)$/i.exec(id)?.[1] ?? (ownId ? id : undefined);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'boolean') return [String(value)];
  if (!Array.isArray(value)) return [];
  return value.flatMap((part: unknown) => {
    if (typeof part === 'string') return [part];
    // Graph's `verifiedDomains`.
    const name = isObject(part) ? part['name'] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** Where the fault is, as far as the engine tells its position; else at the end. */
function faultIn({ text, line }: JsonElement, error: unknown): { line: number; column: string } {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const end = Math.min(text.trimEnd().length, position === undefined ? text.length : Number(position));
  const lines = text.slice(0, end).split('\n');
  return { line: line + lines.length - 1, column: String((lines.at(-1)?.length ?? 0) + 1) };
}
