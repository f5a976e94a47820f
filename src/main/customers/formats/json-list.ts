import { readReference } from '#shared/portals/read-reference.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { isObject } from '#shared/text/json-object.ts';
import type { FieldTexts } from './field-row.ts';
import { fieldOf, fieldsOf, type Field } from './fields.ts';
import { jsonElements, type JsonElement, type Wrappers } from './json-elements.ts';
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
 * The rows of a JSON text: an array, arrays wrapped in an object, or a single object. `firstLine` is the line on which
 * the text begins in the whole list. What is broken is refused where it breaks; what stood before it is read. Returns where
 * the JSON ends in the text.
 */
export function* readJsonList(json: string, firstLine: number): Generator<RowReading, number> {
  const elements = jsonElements(json, wrappers);
  for (let next = elements.next(); ; next = elements.next()) {
    if (next.done === true) return next.value;
    const element = next.value;
    if (element === null) {
      yield null;
      continue;
    }
    const line = firstLine + element.line - 1;
    yield 'leftOut' in element ? refuseList(element.leftOut, line) : readElement({ ...element, line });
  }
}

function refuseList(name: string, line: number): NonNullable<RowReading> {
  const list = shorten(name);
  return err({ line, column: null, text: list, problem: problem('list-json-left-out', { list }) });
}

type Json = Readonly<Record<string, unknown>>;

function readElement(element: JsonElement): NonNullable<RowReading> {
  const { text, line } = element;
  if (text.length > longestElement) return tooLong(line, text);
  let item: unknown;
  try {
    item = JSON.parse(text);
  } catch (error) {
    const fault = faultIn(element, error);
    const why = problem('list-json-broken', { line: String(fault.line) });
    return err({ ...fault, text: shorten(text), problem: why });
  }
  if (isObject(item)) return readItem(item, line);
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
  const inners = Object.entries(item)
    .slice(0, mostProperties)
    .flatMap(([key, inner]) => (isObject(inner) && hasTenant(inner) ? [{ key, inner }] : []));
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
