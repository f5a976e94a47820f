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
  readonly pathname: string;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly hash: string;
  readonly searchParams: WebSearchParams;
}

export interface WebSearchParams extends Iterable<[name: string, value: string]> {
  set(name: string, value: string): void;
}

const { URL } = globalThis as unknown as { URL: new (text: string) => WebUrl };

/** The URL, or nothing if the text is not an absolute one. */
export function parseUrl(text: string): WebUrl | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
