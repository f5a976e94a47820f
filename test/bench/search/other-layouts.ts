/** What comes out of the keys while another layout is switched on than somebody believes, key by key. */
interface Layout {
  readonly meant: string;
  readonly typed: string;
}

const latin = "qwertyuiopasdfghjklzxcvbnm[];',.";

export const layouts: readonly Layout[] = [
  { meant: latin, typed: 'йцукенгшщзфывапролдячсмитьхъжэбю' },
  { meant: latin, typed: 'йцукенгшщзфівапролдячсмитьхїжєбю' },
  { meant: latin, typed: ";ςερτυθιοπασδφγηξκλζχψωβνμ[]΄',." },
  { meant: latin, typed: "/'קראטוןםפשדגכעיחלךזסבהנמצ][ף,תץ" },
  { meant: latin, typed: 'azertyuiopqsdfghjklwxcvbn,^$mù;:' },
  { meant: 'azertyuiopqsdfghjklmwxcvbn', typed: 'qwertyuiopasdfghjkl;zxcvbn' },
  { meant: 'yz', typed: 'zy' },
];

export function onLayout({ meant, typed }: Layout, text: string): string {
  return Array.from(text, (letter) => [...typed][meant.indexOf(letter)] ?? letter).join('');
}

/** The text whose keys were pressed; nothing if the layout has no such letters. */
export function meantOn({ meant, typed }: Layout, text: string): string | undefined {
  const keys = [...typed];
  const letters = Array.from(text, (letter) => {
    const key = keys.indexOf(letter);
    return key >= 0 ? meant[key] : meant.includes(letter) ? undefined : letter;
  });
  return letters.every((letter) => letter !== undefined) ? letters.join('') : undefined;
}
