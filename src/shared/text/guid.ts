/** A GUID in lower case with its hyphens, as the source of a regular expression. */
export const guidPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const whole = new RegExp(`^${guidPattern}$`);

/** Whether a text is a GUID in lower case and nothing else. */
export const isGuid = (text: string): boolean => whole.test(text);
