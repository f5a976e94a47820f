import { problem } from '../../../shared/problem.ts';
import { err } from '../../../shared/result.ts';
import { readReference } from '../../../shared/portals/read-reference.ts';
import { fieldOf, type Field } from './fields.ts';
import { elementLines } from './json-lines.ts';
import { shorten, type RowReading } from './list-row.ts';
import { readFields } from './read-fields.ts';

/** Properties in which APIs wrap their list: ARM and Graph (`value`), CIPP's API (`Results`), and common others. */
const wrappers = ['value', 'Results', 'items', 'data', 'customers', 'tenants'];

/**
 * The rows of a JSON text: an array, an array wrapped in an object, or a single object. `firstLine` is the line on
 * which the text begins in the whole list. Nothing when the text is not JSON and does not mean to be.
 */
export function readJsonList(json: string, firstLine: number): readonly RowReading[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!/^(\[\s*([[{"\]]|$)|\{\s*(["}]|$))/.test(json)) return undefined;
    const line = firstLine + brokenAt(json, error) - 1;
    return [err({ line, text: shorten(json), problem: problem('list-json-broken', { line: String(line) }) })];
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const wrapper = Array.isArray(value)
    ? undefined
    : wrappers.find((key) => Object.hasOwn(value, key) && Array.isArray((value as Json)[key]));
  const items = wrapper === undefined ? value : (value as Json)[wrapper];
  if (!Array.isArray(items)) return [readItem(value, firstLine)];
  const lines = elementLines(json, wrapper);
  return items.map((item: unknown, index) => readItem(item, firstLine + (lines[index] ?? 1) - 1));
}

type Json = Readonly<Record<string, unknown>>;

function readItem(item: unknown, line: number): RowReading {
  const whole = shorten(showFlat(item));
  if (typeof item === 'string') {
    const reference = readReference(item);
    return reference.ok
      ? { ok: true, value: { line, reference: reference.value, domains: [] } }
      : err({ line, text: shorten(item), problem: reference.error });
  }
  if (typeof item !== 'object' || item === null)
    return err({ line, text: whole, problem: problem('link-unknown', { text: whole }) });
  return readFields(line, whole, textsOf(aboutTenant(item as Json)));
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

/** Graph's relationships and Partner Center's customers say who the customer is in an object of its own. */
function aboutTenant(item: Json): Json {
  for (const key of ['customer', 'companyProfile']) {
    const inner = item[key];
    if (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, 'tenantId')) return inner as Json;
  }
  return item;
}

function textsOf(item: Json): Partial<Record<Field, string[]>> {
  const texts: Partial<Record<Field, string[]>> = {};
  const keys = new Set(Object.keys(item).map((key) => key.toLowerCase()));
  // `az account list` and ARM list subscriptions: their own id and name are not the tenant's.
  const isSubscription = ['subscriptionid', 'hometenantid', 'managedbytenants'].some((key) => keys.has(key));
  // Of the APIs, only an organization's own `id` is its tenant's; others carry the id of the record there.
  const ownId = keys.has('verifieddomains');
  for (const [key, value] of Object.entries(item)) {
    const plain = key.toLowerCase();
    if (isSubscription && ['id', 'name', 'displayname'].includes(plain)) continue;
    const field = fieldOf(key);
    if (field === undefined) continue;
    for (const text of textsIn(value)) {
      const read = plain === 'id' ? tenantInId(text, ownId) : text;
      if (read !== undefined) (texts[field] ??= []).push(read);
    }
  }
  return texts;
}

/** ARM's form of an id is `/tenants/<tenant id>`. */
function tenantInId(id: string, ownId: boolean): string | undefined {
  return /^\/tenants\/([^/]+)$/i.exec(id)?.[1] ?? (ownId ? id : undefined);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((part: unknown) => {
    if (typeof part === 'string') return [part];
    // Graph's `verifiedDomains`.
    const name = typeof part === 'object' && part !== null ? (part as Json)['name'] : undefined;
    return typeof name === 'string' ? [name] : [];
  });
}

/** The line of the fault, from 1, as far as the engine tells its position; else the last. */
function brokenAt(json: string, error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return json.slice(0, position === undefined ? json.length : Number(position)).split('\n').length;
}
