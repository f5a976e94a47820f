/** The part of the web platform's URL that Tidegate uses; src/shared has neither the DOM's nor Node's types. */
export interface WebUrl {
  readonly href: string;
  readonly origin: string;
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  /** Lower case; an international name in its ASCII form. */
  readonly hostname: string;
  /** Empty for the scheme's own port. */
  readonly port: string;
  pathname: string;
  /** The query with its question mark, or empty. */
  search: string;
  hash: string;
  readonly searchParams: WebSearchParams;
}

export interface WebSearchParams extends Iterable<[name: string, value: string]> {
  get(name: string): string | null;
  set(name: string, value: string): void;
}

interface WebPlatform {
  readonly URL: new (text: string) => WebUrl;
  readonly URLSearchParams: new (text: string) => WebSearchParams;
  readonly atob: (text: string) => string;
}

const { URL, URLSearchParams, atob } = globalThis as unknown as WebPlatform;

/** The URL, or nothing if the text is not an absolute one. */
export function parseUrl(text: string): WebUrl | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** The parameters of a query, or of a text that is written like one. */
export function parseQuery(text: string): WebSearchParams {
  return new URLSearchParams(text);
}

/** Percent-decoded once, or nothing where the encoding is broken. */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The text that base64 (either alphabet, with or without padding) stands for, read as UTF-8; nothing if it is neither. */
export function decodeBase64(text: string): string | undefined {
  try {
    const bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace(/\s+/g, ''));
    let encoded = '';
    for (const byte of bytes) encoded += `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`;
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
