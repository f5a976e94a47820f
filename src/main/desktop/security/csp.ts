/**
 * SECURITY: our pages load only their own scripts and styles, talk to nobody, and cannot make script out of text.
 * The policy is sent as a header, so that no markup in a page can come before it.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');
