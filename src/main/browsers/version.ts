/** The first version in a text such as `Chromium 156.0.7100.12 built on Debian`; nothing if there is none. */
export function versionIn(text: string): string | undefined {
  return /\b\d+(?:\.\d+)+\b/.exec(text)?.[0];
}

/** Whether a version is older than another in its first number: only then does a browser refuse a profile. */
export function isOlder(version: string, other: string): boolean {
  return Number.parseInt(version, 10) < Number.parseInt(other, 10);
}
