import type { LanguageChoice } from '../settings/settings.ts';

export type Language = 'en' | 'fr';

/** The languages Tidegate speaks, each by its own name. Their texts: `messages.ts`. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

/** The language in force: the chosen one, else the first of the system's that Tidegate speaks, else English. */
export function chooseLanguage(choice: LanguageChoice, system: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of system) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (primary !== undefined && primary in languageNames) return primary as Language;
  }
  return 'en';
}
