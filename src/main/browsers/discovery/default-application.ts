/**
 * The desktop file ids that `mimeapps.list` files name for https links, best first.
 * Format: freedesktop.org "Association between MIME types and applications" 1.0.1, group [Default Applications].
 */
export function defaultsForHttps(files: readonly string[]): string[] {
  return files.flatMap((text) => {
    let inside = false;
    for (const line of text.split(/\r?\n/)) {
      if (line.startsWith('[')) inside = line.trimEnd() === '[Default Applications]';
      else if (inside && /^x-scheme-handler\/https\s*=/.test(line)) {
        const [, ids = ''] = line.split('=', 2);
        return ids
          .split(';')
          .map((id) => id.trim())
          .filter((id) => id !== '');
      }
    }
    return [];
  });
}
