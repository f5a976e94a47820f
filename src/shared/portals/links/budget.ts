/** How much of one text is read. */
export interface Limits {
  /** Characters that are read, counted again each time. */
  readonly characters: number;
  /** Spellings of links that are tried. */
  readonly spellings: number;
}

/** Several times what the longest text needs that people copy: a mail of a megabyte with all its readings. */
const usual: Limits = { characters: 12_000_000, spellings: 4_000 };

/** A spelling is looked at by many patterns. */
const costOfSpelling = 4;

/** SECURITY: what the reading of one text may cost, so that no text that somebody sends can stop the application. */
export class Budget {
  readonly #limits: Limits;
  #characters = 0;
  #spellings = 0;

  constructor(limits: Limits = usual) {
    this.#limits = limits;
  }

  /** Before this many characters are looked at. False when that is more than there may be. */
  look(characters: number): boolean {
    this.#characters += characters;
    return !this.isSpent;
  }

  /** Before a link is tried in a spelling of this many characters. False when that is more than there may be. */
  spell(characters: number): boolean {
    this.#spellings += 1;
    return this.look(characters * costOfSpelling);
  }

  /** From then on nothing more is read, and what was read is not believed. */
  get isSpent(): boolean {
    return this.#characters > this.#limits.characters || this.#spellings > this.#limits.spellings;
  }
}
