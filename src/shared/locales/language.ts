/** The languages Tidegate speaks, each by its own name: all else follows this list. Their texts: `messages.ts`. */
export const languageNames = { en: 'English', fr: 'Français' } as const;

export type Language = keyof typeof languageNames;
export const languages = Object.keys(languageNames) as readonly Language[];

/** A language, or that of the system. */
export type LanguageChoice = 'system' | Language;

/** The language in force: the chosen one, else the first of the system's that Tidegate speaks, else English. */
export function chooseLanguage(choice: LanguageChoice, system: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of system) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (primary !== undefined && primary in languageNames) return primary as Language;
  }
  return 'en';
}
