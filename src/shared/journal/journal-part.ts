/** Whole lines of the journal, from some place of the file on. */
export interface JournalPart {
  /** Lines with their ends; a line longer than any of ours may come in pieces. */
  readonly text: string;
  /** The place of the next part, in bytes. */
  readonly next: number;
  /** Whether nothing followed this part when it was read. */
  readonly end: boolean;
  /** Another number than that of the part before: the file was replaced, and is to be read from its beginning. */
  readonly version: number;
}
