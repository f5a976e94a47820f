import { guidPattern } from '#shared/text/guid.ts';

/*
 * SECURITY: what a text that leaves this computer must not hold. Errors of Microsoft's name tenants in quotation marks, in
 * addresses and in accounts; more is taken away than has to be, where the two cannot be told apart.
 */

const word = String.raw`[\p{L}\p{N}]`;
/** A mark that is an apostrophe as well opens no quotation behind a word, and closes none before one. */
const opening = (mark: string): string => String.raw`(?<!${word}|[\]).!?…])${mark}`;
const closing = (mark: string): string => String.raw`${mark}(?!${word})`;
/** What may stand between a mark that closed too early and the one that does: no mark that opens another. */
const between = String.raw`(?:[^\n'"‘’‚“”„«»‹›]|(?<=${word})['’])*`;
/** Up to the mark that closes; over one that closes nothing, as in 'Smiths' Ltd', when another follows that opens nothing. */
const single = (open: string, close: string): string => {
  const end = closing(`[${close}]`);
  // The same mark opens, where it stands behind one of these.
  const opensNothing = open === close ? String.raw`(?<![\s([{<=:,;])` : '';
  return String.raw`${opening(open)}(?:(?!${end})[^\n])*(?:${end}(?:${between}${opensNothing}${end})*|$)`;
};

/** Marks that are nothing else; a quotation may stand within one. */
const paired = (marks: string): string => {
  const [open = '', close = ''] = marks;
  return String.raw`${open}[^${close}\n]*(?:${close}(?:${between}${close})*|$)`;
};

/** Quotations, each to its end or that of its line. */
const quotations = new RegExp(
  [
    String.raw`(?<!\\)"(?:[^"\\\n]|\\[^"\n])*"`,
    // A mark behind a backslash closes, or does not: up to the last one of the line.
    String.raw`\\*"(?:[^\n]*"|[^\n]*$)`,
    String.raw`„[^“”\n]*(?:[“”]|$)`,
    single('‚', '‘’'),
    ...['“”', '«»', '‹›'].map(paired),
    String.raw`”[^”\n]*(?:”|$)`,
    String.raw`»[^«\n]*(?:«|$)`,
    String.raw`›[^‹\n]*(?:‹|$)`,
    single('‘', '’'),
    single("'", "'"),
  ].join('|'),
  'gmu',
);

/** A log's lines without what stands in quotation marks. */
export function quotesNothing(text: string): string {
  return text.replace(quotations, "'…'");
}

const host = String.raw`(?:\[[0-9a-f:.]+\]|[^\s/?#@\\"'<>()[\]]+)`;
/** What follows a host, without the signs of the sentence behind it. */
const rest = String.raw`([/?#\\][^\s"<>“”«»]*?)?(?=[)\]}'’.,;:!?]*(?:$|[\s"<>“”«»]))`;
const address = new RegExp(
  String.raw`\b(https?|wss?|ftps?|socks\d?)://(?:[^\s/?#@]*@)*(${host})${rest}`,
  'gimu',
);
/** The same as people write it: a name with a dot and a path, which is not itself in a path. */
const bareAddress = new RegExp(
  String.raw`(?<![\p{L}\p{N}_/\\.~:@%-])((?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?)(?=[/?])${rest}`,
  'gimu',
);

/** Of a query what can be no name. */
function cut(following: string | undefined): string {
  if (following === undefined || following === '' || following === '/') return following ?? '';
  const [path = '', query] = following.split(/[?#](.*)/s);
  const parts = query
    ?.split('&')
    .map((part) => (/^[\w$.-]+=(?:\d{1,4}|true|false)$/.test(part) ? part : '…'));
  return `${path.length > 1 ? '/…' : path}${parts === undefined ? '' : `?${parts.join('&')}`}`;
}

const ids = new RegExp(guidPattern, 'gi');
// Each is looked for from its first letter alone: from every letter, a long word would take seconds.
const letters = String.raw`[\p{L}\p{N}_.+%#'’!$*^{|}~-]`;
const label = String.raw`[\p{L}\p{N}_-]+`;
const account = new RegExp(String.raw`(?<!${letters})${letters}+(?:@|%40)${label}(?:\.${label})+`, 'giu');
/** Domains that Microsoft makes of a tenant's own name. */
const tenantDomain = new RegExp(
  String.raw`(?<![\p{L}\p{N}_-]|[\p{L}\p{N}_-]\.)(?:${label}\.)+(?:onmicrosoft|sharepoint)\.\p{L}{2,3}(?!${word})`,
  'giu',
);

/** A text without accounts, ids, tenants' domains, what addresses lead to, and short names of Windows' home folders. */
export function namesNobody(text: string): string {
  return text
    .replace(ids, '[id]')
    .replace(/\btidegate:[^\s"<>]+/gi, 'tidegate:…')
    .replace(
      address,
      (_all, scheme: string, name: string, following?: string) => `${scheme}://${name}${cut(following)}`,
    )
    .replace(bareAddress, (_all, name: string, following?: string) => `${name}${cut(following)}`)
    .replace(account, '[account]')
    .replace(tenantDomain, '[domain]')
    .replace(/([?&](?:tid|tenant|login_hint|domain_hint)=)[^&\s"']+/gi, '$1[removed]')
    .replace(/(?:\b[a-z]:)?([\\/]+)Users[\\/]+[^\\/\s:*?"<>|]{1,8}~\d+(?:\.[^\\/\s:*?"<>|]{1,3})?/gi, '~');
}
