import { pauseAfter, tokens } from './json-tokens.ts';

/** One `"name": value` of an object. */
export interface JsonMember {
  readonly name: string;
  /** The value, to be parsed by itself. */
  readonly text: string;
  /** Where the name, and where the value begins in the JSON text. */
  readonly at: number;
  readonly valueAt: number;
  /** False for what is cut off. */
  readonly isWhole: boolean;
}

/**
 * The members of the object that begins there. What is cut off or wrong in one does not touch those before it. Null is a
 * pause. Returns where the object ends, or nothing when it is cut off.
 */
export function* jsonMembers(json: string, from: number): Generator<JsonMember | null, number | undefined> {
  let count = 0;
  let name: { readonly at: number; readonly text: string } | undefined;
  let valueAt: number | undefined;
  for (const { at, depth, end, sign } of tokens(json, from)) {
    count += 1;
    if (count % pauseAfter === 0) yield null;
    if (depth > 1 || count === 1) continue;
    if (depth === 1 && sign !== ',') {
      if (name === undefined) name = { at, text: json.slice(at, end) };
      else valueAt ??= at;
      continue;
    }
    if (name !== undefined) yield memberOf(json, name, valueAt ?? at, at);
    name = undefined;
    valueAt = undefined;
    if (depth < 1) return end;
  }
  if (name !== undefined)
    yield { ...memberOf(json, name, valueAt ?? json.length, json.length), isWhole: false };
  return undefined;
}

function memberOf(
  json: string,
  name: { readonly at: number; readonly text: string },
  valueAt: number,
  end: number,
): JsonMember {
  return { name: unquoted(name.text), at: name.at, valueAt, text: json.slice(valueAt, end), isWhole: true };
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text.replace(/^"|"$/g, '');
  }
}

/** So much of an object, in characters and members, shows whether customers stand in it. */
const looked = 65_536;
const membersLooked = 20;

/** The first members of the object that begins there; the last one may be cut off. */
export function firstMembers(json: string, from: number): readonly JsonMember[] {
  const members: JsonMember[] = [];
  for (const member of jsonMembers(json.slice(from, from + looked), 0)) {
    if (member !== null) members.push(member);
    if (members.length === membersLooked) break;
  }
  return members;
}
