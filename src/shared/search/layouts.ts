/**
 * What the keys that were pressed would have written under another keyboard layout. Each row lists the keys of one
 * physical board in the same order, as QWERTY and as the other layout write them, without Shift.
 */
const latinKeys = "qwertyuiopasdfghjklzxcvbnm[];',.";
const otherScripts: readonly string[] = [
  'йцукенгшщзфывапролдячсмитьхъжэбю',
  'йцукенгшщзфівапролдячсмитьхїжєбю',
  ";ςερτυθιοπασδφγηξκλζχψωβνμ[]΄',.",
  "/'קראטוןםפשדגכעיחלךזסבהנמצ][ף,תץ",
];
const azerty = [
  "qwertyuiopasdfghjkl;'zxcvbnm,./1234567890",
  'azertyuiopqsdfghjklmùwxcvbn,;:&é"\'(-è_çà',
] as const;
const qwertz = ["qwertyuiop[]asdfghjkl;'zxcvbnm", 'qwertzuiopü+asdfghjklöäyxcvbnm'] as const;

type Keys = ReadonlyMap<string, string>;

function keysOf(typed: string, meant: string): Keys {
  const keys = [...meant];
  return new Map(Array.from(typed, (letter, at) => [letter, keys[at] ?? letter]));
}

const toLatin = otherScripts.map((script) => keysOf(script, latinKeys));
const fromLatin = [
  ...[azerty, qwertz].flatMap(([one, other]) => [keysOf(one, other), keysOf(other, one)]),
  ...otherScripts.map((script) => keysOf(latinKeys, script)),
];

const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}]/u;
/** Latin layouts differ in a few keys only: shorter texts fit something under one of them by chance. */
const least = { latin: 4, other: 3 } as const;

/** Whether some of the text is in another script that has a layout here. */
export function isInOtherScript(typed: string): boolean {
  return otherScript.test(typed);
}

/** The texts that may have been meant, each once. */
export function underOtherLayouts(typed: string): string[] {
  const isOther = isInOtherScript(typed);
  const letters = Array.from(typed, (letter) => letter.toLowerCase());
  if (letters.length < (isOther ? least.other : least.latin)) return [];
  const readings = isOther ? toLatin : fromLatin;
  const texts = readings.map((keys) => letters.map((letter) => keys.get(letter) ?? letter).join(''));
  return [...new Set(texts)].filter((text) => text !== letters.join(''));
}
