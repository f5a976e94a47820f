/**
 * One bit per letter a text has, so that most keys are refused by one AND. Letters beyond a to z share bits: a bit
 * that is missing is proof, a bit that is there is not.
 */
export function letterBit(code: number): number {
  if (code >= 97 && code <= 122) return 1 << (code - 97);
  if (code >= 48 && code <= 57) return 1 << (26 + (code & 3));
  return 1 << (code & 31);
}

export function letterMask(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= letterBit(text.charCodeAt(i));
  return mask;
}

/** One bit per block of 128 letters, so about one for each script; blocks share bits, as letters do. */
export function scriptMask(text: string): number {
  let mask = 0;
  for (let i = 0; i < text.length; i++) mask |= 1 << (text.charCodeAt(i) >> 7);
  return mask;
}

/** How many bits are set. */
export function countBits(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** One bit for the two letters that stand at a place in a text; nothing at its end. */
export function pairBit(text: string, at: number): number {
  if (at + 1 >= text.length) return 0;
  return 1 << (Math.imul(text.charCodeAt(at) * 31 + text.charCodeAt(at + 1), 0x9e3779b1) >>> 27);
}

/** One bit for the three letters that stand at a place in a text; nothing at its end. */
export function tripleBit(text: string, at: number): number {
  if (at + 2 >= text.length) return 0;
  const hash = (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2);
  return 1 << (Math.imul(hash, 0x85ebca6b) >>> 27);
}
