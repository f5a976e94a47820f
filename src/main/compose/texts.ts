import { chooseLanguage, type Language } from '#shared/locales/language.ts';
import { translator, type Translate } from '#shared/locales/messages.ts';
import type { Settings } from '#shared/settings/settings.ts';

/** The language that is spoken now, and its texts. */
export class Texts {
  readonly #preferred: () => readonly string[];
  #language: Language;
  #translate: Translate;

  /** `preferred`: the system's languages, the most wanted first. */
  constructor(setting: Settings['language'], preferred: () => readonly string[]) {
    this.#preferred = preferred;
    this.#language = chooseLanguage(setting, preferred());
    this.#translate = translator(this.#language);
  }

  get language(): Language {
    return this.#language;
  }

  get t(): Translate {
    return this.#translate;
  }

  follow(setting: Settings['language']): void {
    const language = chooseLanguage(setting, this.#preferred());
    if (language === this.#language) return;
    this.#language = language;
    this.#translate = translator(language);
  }
}
