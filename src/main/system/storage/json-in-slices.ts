import { inSlices } from '../process/in-slices.ts';

/** From so many items on a list is written out in slices. */
const many = 500;
/** UTF-16 units. One piece of everything would be copied at once where it is written. */
const longestPiece = 65_536;

/**
 * What `JSON.stringify` gives for plain data, in pieces, without keeping the process from anything else while 10,000
 * customers are written out. The value must not change meanwhile: what is written is a part of one revision, or is made for
 * it.
 */
export async function jsonInSlices(value: unknown): Promise<readonly string[]> {
  const pieces: string[] = [];
  await write(value, (text) => {
    const last = pieces.at(-1);
    if (last === undefined || last.length + text.length > longestPiece) pieces.push(text);
    else pieces[pieces.length - 1] = last + text;
  });
  return pieces;
}

type Add = (text: string) => void;

async function write(value: unknown, add: Add): Promise<void> {
  if (Array.isArray(value)) {
    if (value.length < many) return add(JSON.stringify(value));
    add('[');
    const items = (value as readonly unknown[]).entries();
    await inSlices(items, ([at, item]) => add(`${at === 0 ? '' : ','}${JSON.stringify(item ?? null)}`));
    return add(']');
  }
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return add(JSON.stringify(value));
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const label = (at: number, name: string): string => `${at === 0 ? '' : ','}${JSON.stringify(name)}:`;
  if (members.length >= many) {
    add('{');
    await inSlices(members.entries(), ([at, [name, member]]) =>
      add(label(at, name) + JSON.stringify(member)),
    );
    return add('}');
  }
  if (!members.some(([, member]) => typeof member === 'object')) return add(JSON.stringify(value));
  add('{');
  for (const [at, [name, member]] of members.entries()) {
    add(label(at, name));
    await write(member, add);
  }
  add('}');
}
