import { oneLine } from '../annotations/clean-text.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

/** What a text is, is told by its beginning, in characters. */
const head = 65_536;

/** A text of which more than one sign in so many is a control sign is no text that people or programs write. */
const signsForOneControl = 20;

/** What a text is when it is none of a list: a web page, a mail, markup, a document, or no text at all. */
export function foreignText(text: string): Problem | undefined {
  const beginning = text.slice(0, head);
  const start = beginning.slice(firstSign(beginning));
  if (start.startsWith('{\\rtf') || start.startsWith('%PDF-')) return problem('list-document', {});
  if (isWebPage(start)) return problem('list-web-page', { title: titleOf(beginning) });
  if (isXml(start) || /^[\s\uFEFF]*<\?xml/i.test(beginning)) return ofXml(start);
  if (isMail(start)) return problem('list-mail', {});
  return isBinary(beginning) ? problem('list-binary', {}) : undefined;
}

/** What a server says that it sends, where that alone tells that it is no list. */
export function foreignType(contentType: string): Problem | undefined {
  const [type = ''] = contentType
    .toLowerCase()
    .split(';', 1)
    .map((part) => part.trim());
  if (type === 'text/html' || type === 'application/xhtml+xml')
    return problem('list-web-page', { title: type });
  if (type.startsWith('image/')) return problem('list-picture', {});
  if (type === 'application/pdf' || type === 'application/rtf') return problem('list-document', {});
  if (/^(audio|video|font)\//.test(type)) return problem('list-binary', {});
  return type.startsWith('application/vnd.openxmlformats-officedocument.spreadsheetml') ||
    type === 'application/vnd.oasis.opendocument.spreadsheet'
    ? problem('list-workbook', {})
    : undefined;
}

/** The encoding that a server states, as it spells it. */
export function charsetOf(contentType: string): string | undefined {
  return /;\s*charset\s*=\s*"?([\w.:+-]{1,40})/i.exec(contentType)?.[1];
}

/** Behind blanks, byte order marks, and the declarations and comments that may stand before markup. */
function firstSign(text: string): number {
  const passed = /(?:[\s\uFEFF]+|<\?[a-z][^>]{0,500}\?>|<!--(?:(?!-->)[^]){0,20000}-->)/iy;
  let at = 0;
  for (;;) {
    passed.lastIndex = at;
    const match = passed.exec(text);
    // An XML declaration alone is markup already.
    if (match === null) return at;
    at = passed.lastIndex;
  }
}

const elements =
  'html|head|body|title|meta|link|script|style|base|div|span|p|a|h[1-6]|br|hr|center|font|form|input|iframe|frameset|noscript|table|tr|td|th|ul|ol|section|header|main|img|b|i|strong|small';
const firstElement = new RegExp(`^<(?:!doctype\\s+html|(?:${elements})(?:\\s[^<>]*)?/?>)`, 'i');

/**
 * A page begins with an element of HTML; one that a script or a proxy wrote something before has its document's beginning
 * at the beginning of a line.
 */
function isWebPage(start: string): boolean {
  return firstElement.test(start) || /^[ \t]*<(?:!doctype\s+html|html)(?:\s[^<>]{0,500})?>/im.test(start);
}

/** What the page calls itself, or else its first words. */
function titleOf(page: string): string {
  const [, title = ''] = /<title[^<>]{0,200}>([^<]{0,300})/i.exec(page) ?? [];
  const words = page
    .slice(0, 4_000)
    .replace(/<!--[^]*?-->|<(?:script|style)\b[^]*?<\/(?:script|style)|<[^<>]*>?/gi, ' ');
  return oneLine(title).slice(0, 80) || oneLine(words).slice(0, 80) || 'HTML';
}

/** Markup: an element at the beginning, and one that is closed. `<https://…>` is a link. */
function isXml(start: string): boolean {
  if (/^<(?:!doctype|!--|\?xml)/i.test(start)) return true;
  return /^<[a-z_][\w-]*(?::[a-z_][\w-]*)?(?:\s[^<>]*)?\/?>/i.test(start) && /<\/|\/>/.test(start);
}

/** Excel 2003 and LibreOffice also write workbooks as XML. */
function ofXml(start: string): Problem {
  if (/urn:schemas-microsoft-com:office:spreadsheet|office:spreadsheet|<ss:Workbook/i.test(start))
    return problem('list-workbook', {});
  if (/^<svg[\s>]/i.test(start)) return problem('list-picture', {});
  return problem('list-xml', {});
}

/** A mail as servers hand it on: lines of a header, and among them one that only such mails have. */
function isMail(start: string): boolean {
  const header = /^(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,50}){2,200}/.exec(
    start.replace(/\r\n?/g, '\n'),
  )?.[0];
  return (
    header !== undefined && /^(?:MIME-Version|Received|Return-Path|Message-ID|DKIM-Signature):/im.test(header)
  );
}

function isBinary(text: string): boolean {
  // White space and the escapes of terminals are the control signs that texts have.
  const controls = text.match(/[^\P{Cc}\s\u0080-\u009f]/gu)?.filter((sign) => sign !== '\u001b').length ?? 0;
  return controls * signsForOneControl > text.length;
}
