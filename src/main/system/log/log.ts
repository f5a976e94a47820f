/** What the application needs of a log. Texts are English: a log is read by the people who mend things. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
}
