import { inSlices } from '../process/in-slices.ts';

/** From so many items on a list is written out in slices. */
const many = 500;

/**
 * What `JSON.stringify` gives for plain data, without keeping the process from anything else while 10,000 customers are
 * written out. The value must not change meanwhile: what is written is a part of one revision, or is made for it.
 */
export async function jsonInSlices(value: unknown): Promise<string> {
  if (Array.isArray(value)) {
    if (value.length < many) return JSON.stringify(value);
    const items: string[] = [];
    await inSlices(value as readonly unknown[], (item) => void items.push(JSON.stringify(item ?? null)));
    return `[${items.join(',')}]`;
  }
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return JSON.stringify(value);
  const names = Object.keys(value);
  const members: string[] = [];
  const member = (name: string): unknown => (value as Readonly<Record<string, unknown>>)[name];
  if (names.length >= many) {
    await inSlices(names, (name) => {
      if (member(name) !== undefined) members.push(`${JSON.stringify(name)}:${JSON.stringify(member(name))}`);
    });
  } else if (!names.some((name) => typeof member(name) === 'object')) return JSON.stringify(value);
  else {
    for (const name of names) {
      if (member(name) === undefined) continue;
      members.push(`${JSON.stringify(name)}:${await jsonInSlices(member(name))}`);
    }
  }
  return `{${members.join(',')}}`;
}
