/** Words that name a secret wherever they end a longer word: `client_secret`, `apiKey`, `SharedAccessKey`. */
const endings = [
  'token',
  'secret',
  'password',
  'passwd',
  'passphrase',
  'pwd',
  'assertion',
  'credentials?',
  'signature',
  '(?:api|access|account|private|client|shared|storage|subscription|function)[_-]?key',
].join('|');

/** Words that name a secret only when they stand alone: `encode` and `barcode` are other words. */
const alone = [
  'code',
  'code_verifier',
  'client_info',
  'state',
  'nonce',
  'sig',
  'sas',
  'otp',
  'pin',
  'pass',
  'jwt',
  'session[_-]?id',
].join('|');

// A sign may be escaped: then a letter of the escape stands before the word, and `%3D` is an equals sign.
const start = String.raw`(?:${endings}|(?:(?<![a-z])|(?<=%[\da-f]{2}|\\u[\da-f]{4}))(?:${alone}))`;
const equals = String.raw`\\*["']?\s*(?:[=:]|%3d|%3a)\s*`;
/** In quotation marks up to the next one, which may be escaped within; JSON within JSON escapes its own marks too. */
const quoted = (mark: string): string =>
  String.raw`${mark}(?:[^${mark}\\]|\\.)*|\\+${mark}(?:[^${mark}\\]|\\+[^${mark}\\])*`;
const value = String.raw`(?:${quoted('"')}|${quoted("'")}|(?:(?!%26)[^\s"'&])+)`;

/** SECURITY: what a log line must never hold, wherever it came from: tokens, codes, passwords, keys and cookies. */
const secrets: readonly (readonly [pattern: RegExp, replacement: string | typeof keepQuote])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?/g, '[key]'],
  [/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)*/g, '[token]'],
  [/\bBearer\s+[^\s"',]+/gi, 'Bearer [token]'],
  // Microsoft's refresh tokens and client secrets, known by their form.
  [/\b[01]\.A[\w-]{20,}(?:\.[\w-]+)*/g, '[token]'],
  [/[\w.~-]{3}\dQ~[\w.~-]{20,}/g, '[removed]'],
  // A header goes as a whole: a cookie and a scheme have several parts.
  [
    /((?:\b(?:proxy-)?authorization|\b(?:set-)?cookie|\bx-[\w-]{0,40}(?:key|token|auth))\\*["']?\s*[=:])(?!\s*\\*["']?Bearer \[token\])(\s*\\*["']?)[^\r\n"']+/gi,
    '$1$2[removed]',
  ],
  // A user name and a password in an address, up to its last @: a password may hold one, and either may be missing.
  [/(\\?\/\\?\/)[^\s/\\?#"'<>]+(?=@)/g, '$1[removed]'],
  [/(%2f%2f)(?:(?!%2f|%3f|%23|%22|%26)[^\s/?#&"'<>])+(?=%40)/gi, '$1[removed]'],
  [new RegExp(`(${start}${equals})(${value})`, 'gi'), keepQuote],
];

/** The quotation mark before a value stays, so that the line is still read as what it was. */
function keepQuote(_all: string, name: string, secret: string): string {
  return `${name}${/^\\*["']/.exec(secret)?.[0] ?? ''}[removed]`;
}

export function redact(text: string): string {
  return secrets.reduce(
    (line, [pattern, by]) => (typeof by === 'string' ? line.replace(pattern, by) : line.replace(pattern, by)),
    text,
  );
}
