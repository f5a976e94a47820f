import { isGuid } from '../text/guid.ts';

/** The least and the most characters that a slip of a copy leaves of a GUID. */
const shortest = 20;
const longest = 44;

/**
 * True for a text that was meant as a GUID and is none: with digits too many or too few, without its dashes, with a
 * letter that is no digit, or cut short by dots. False for a GUID itself, whatever it stands for.
 */
export function isDamagedId(text: string): boolean {
  const id = text
    .trim()
    .replace(/^\{|\}$/g, '')
    .replace(/(?:…|\.{2,3})$/, '')
    .toLowerCase();
  if (id.length < shortest || id.length > longest || !/^[0-9a-z-]+$/.test(id)) return false;
  if (isGuid(id)) return false;
  const strangers = id.replace(/[0-9a-f-]/g, '').length;
  const groups = id.split('-').length;
  return groups === 1
    ? strangers === 0 && /\d/.test(id) && id.length <= 36
    : groups >= 3 && strangers <= 2 && /\d/.test(id);
}
