/** SECURITY: what a log line must never hold, wherever it came from: tokens, codes, and secrets in addresses. */
const secrets: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, '[token]'],
  [/\bBearer\s+[^\s"',]+/gi, 'Bearer [token]'],
  [
    // Begins where no letter stands before it, but for one that is part of an escaped sign: `encode` is another word.
    /((?:(?<![a-z])|(?<=%[\da-f]{2}|\\u[\da-f]{4}))(?:access_token|refresh_token|id_token|code|code_verifier|client_info|assertion|state)["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi,
    '$1[removed]',
  ],
];

export function redact(text: string): string {
  return secrets.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);
}
