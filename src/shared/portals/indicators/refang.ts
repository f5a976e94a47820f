/**
 * A text with its indicators as they are: people break them before they send them, so that nobody follows them by
 * mistake. `hxxps[:]//evil[.]example` is `https://evil.example`.
 */
export function refang(text: string): string {
  return text
    .replace(/[[({](?:\.|dot|point)[\])}]/gi, '.')
    .replace(/[[({](?:@|at)[\])}]/gi, '@')
    .replace(/\[(:|\/|:\/\/)\]/g, '$1')
    .replace(/\b(?:hxxp|h\*\*p|meow)(?=s?:\/\/)/gi, 'http')
    .replace(/\bfxp(?=:\/\/)/gi, 'ftp');
}
