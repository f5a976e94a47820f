import type { Platform } from '../platform.ts';

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * SECURITY: the body of a notice as the system takes it. Linux desktops read it as markup (Desktop Notifications
 * Specification, "Markup"): a customer's name would bring a link along, and some show nothing where a `&` stands alone.
 * Titles are plain text everywhere.
 */
export function noticeBody(text: string, platform: Platform): string {
  if (platform !== 'linux') return text;
  return text.replaceAll(/[&<>]/g, (sign) => escaped[sign] ?? sign);
}
