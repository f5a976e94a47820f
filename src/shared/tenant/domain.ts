import { parseUrl } from '../text/url.ts';

/**
 * A DNS domain name in lower case without a trailing dot, or nothing if the text is not one.
 * International names become their ASCII (xn--) form, so that two spellings of one domain are one string.
 */
export function parseDomain(text: string): string | undefined {
  const trimmed = text.trim().replace(/\.$/, '').toLowerCase();
  if (trimmed.length === 0 || trimmed.length > 253 || /[\s/\\@:?#%[\]<>^|]/.test(trimmed)) return undefined;
  const ascii = parseUrl(`https://${trimmed}/`)?.hostname;
  if (ascii === undefined) return undefined;
  const labels = ascii.split('.');
  const wellFormed = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  // A last label of digits is an IP address, which no tenant is known by.
  return labels.length >= 2 && wellFormed && !/^\d+$/.test(labels[labels.length - 1] ?? '')
    ? ascii
    : undefined;
}

/** True for the domain every tenant is born with, such as `contoso.onmicrosoft.com`. */
export function isInitialDomain(domain: string): boolean {
  return /^[^.]+\.onmicrosoft\.(com|us)$/.test(domain);
}
