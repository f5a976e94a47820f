import type { JsonElement, JsonLeftOut } from './json-elements.ts';
import { firstMembers, jsonMembers, type JsonMember } from './json-members.ts';
import { LineCounter } from './line-counter.ts';

/** A customer that stands in an object under its id or name. */
export interface KeyedElement extends JsonElement {
  readonly key: string;
}

export interface KeyedLists {
  /** Names of lists, in lower case. An object in the outermost one that has one may be a list. */
  readonly names: ReadonlySet<string>;
  /** Whether an object is a list by its first members; `list` is its name, or '' for the outermost one. */
  readonly isKeyed: (members: readonly JsonMember[], list: string) => boolean;
}

/**
 * The members of a list that is no array but an object, each customer under its id or name; of every such object in the
 * outermost one, or that one itself. Null is a pause. Returns where the JSON ends in the text, or nothing when it has no such
 * list: then nothing was given either.
 */
export function* keyedElements(
  json: string,
  { isKeyed, names }: KeyedLists,
): Generator<KeyedElement | JsonLeftOut | null, number | undefined> {
  const root = json.search(/\S/);
  if (json[root] !== '{') return undefined;
  const isList = ({ name, text }: JsonMember): boolean =>
    text.startsWith('{') && names.has(name.toLowerCase()) && isKeyed(firstMembers(text, 0), name);
  const first = firstMembers(json, root);
  const lines = new LineCounter(json);
  if (isKeyed(first, '')) return (yield* membersOf(json, root, '', lines)) ?? json.length;
  if (!first.some(isList)) return undefined;
  let isCutTold = false;
  const members = jsonMembers(json, root);
  for (let next = members.next(); ; next = members.next()) {
    if (next.done === true) {
      if (next.value === undefined && !isCutTold) yield cutOff(json, lines);
      return next.value ?? json.length;
    }
    const member = next.value;
    if (member === null) yield null;
    else if (isList(member))
      isCutTold = (yield* membersOf(json, member.valueAt, member.name, lines)) === undefined;
    // What is no list, such as a version or a date, is not missed.
    else if (/^\[\s*\{/.test(member.text)) yield { leftOut: member.name, line: lines.at(member.at) };
  }
}

/** Returns where the object ends, or nothing when it is cut off, which is told. */
function* membersOf(
  json: string,
  from: number,
  list: string,
  lines: LineCounter,
): Generator<KeyedElement | null, number | undefined> {
  let isWhole = true;
  const members = jsonMembers(json, from);
  for (let next = members.next(); ; next = members.next()) {
    if (next.done === true) {
      // What is cut off in a member is told there.
      if (next.value === undefined && isWhole) yield cutOff(json, lines);
      return next.value;
    }
    const member = next.value;
    if (member === null) yield null;
    else yield { key: member.name, text: member.text, line: lines.at(member.at), list };
    isWhole = member?.isWhole ?? isWhole;
  }
}

function cutOff(json: string, lines: LineCounter): KeyedElement {
  return { key: '', text: '', line: lines.at(json.length), list: '' };
}
