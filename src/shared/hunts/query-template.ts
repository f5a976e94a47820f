/** What of a customer a query may name. */
const huntPlaceholders = ['tenantId', 'domain', 'name'] as const;
export type HuntPlaceholder = (typeof huntPlaceholders)[number];

/** A text in quotes in KQL: with backslashes as escapes, or verbatim (`@"…"`), where only the quote itself is doubled. */
export interface Quoted {
  readonly quote: '"' | "'";
  readonly verbatim: boolean;
}

/** A place for a value: within a text in quotes, or null for one that becomes a text of its own. */
export interface Place {
  readonly placeholder: HuntPlaceholder;
  readonly within: Quoted | null;
  /** A space is needed there so that the value does not join what stands beside it: `@` before a quote changes its meaning. */
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
}

/** A query, taken apart at its placeholders. */
export interface QueryTemplate {
  /** The query as it was written. */
  readonly text: string;
  readonly pieces: readonly (string | Place)[];
  readonly takesCustomer: boolean;
  /**
   * Why no value can be put in safely; null when one can, or none has to be. `unclosed`: a text in quotes has no end on its
   * line. `multiline`: a placeholder stands in a text in ``` or ~~~, which knows no escapes.
   */
  readonly fault: 'unclosed' | 'multiline' | null;
}

/** Where a reader of KQL is. */
type State =
  | { readonly kind: 'code' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'quoted'; readonly quoted: Quoted }
  | { readonly kind: 'fenced'; readonly fence: string };

const place = `\\{(?<name>${huntPlaceholders.join('|')})\\}`;

/** What changes the state, or is a placeholder. A backslash takes the sign behind it along. */
function nextSigns(state: State): RegExp {
  switch (state.kind) {
    case 'code':
      return new RegExp(`//|\`\`\`|~~~|@?["']|${place}`, 'gi');
    case 'comment':
      return new RegExp(`\\n|${place}`, 'gi');
    case 'fenced':
      return new RegExp(`${state.fence}|${place}`, 'gi');
    case 'quoted': {
      const { quote, verbatim } = state.quoted;
      return new RegExp(`${verbatim ? quote + quote : '\\\\[^\\n]'}|${quote}|\\n|${place}`, 'gi');
    }
  }
}

/** The state behind a sign that `nextSigns` found, or `unclosed`. */
function after(state: State, sign: string): State | 'unclosed' {
  const code: State = { kind: 'code' };
  switch (state.kind) {
    case 'comment':
    case 'fenced':
      return code;
    case 'quoted':
      if (sign === '\n') return 'unclosed';
      return sign === state.quoted.quote ? code : state;
    case 'code':
      if (sign === '//') return { kind: 'comment' };
      if (sign.length === 3) return { kind: 'fenced', fence: sign };
      return {
        kind: 'quoted',
        quoted: { quote: sign.endsWith('"') ? '"' : "'", verbatim: sign.startsWith('@') },
      };
  }
}

/**
 * Takes a query apart as Kusto's own reader would: https://learn.microsoft.com/kusto/query/scalar-data-types/string.
 * Linear. Every line end becomes `\n`, so that a comment ends where this reader says it does.
 */
export function readQuery(text: string): QueryTemplate {
  const lines = text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
  const pieces: (string | Place)[] = [];
  let state: State = { kind: 'code' };
  let fault: QueryTemplate['fault'] = null;
  let at = 0;
  let taken = 0;
  for (;;) {
    const signs = nextSigns(state);
    signs.lastIndex = at;
    const found = signs.exec(lines);
    if (found === null) break;
    at = signs.lastIndex;
    const placeholder = placeholderOf(found.groups?.['name']);
    if (placeholder === undefined) {
      const next: State | 'unclosed' = after(state, found[0]);
      if (next === 'unclosed') fault ??= 'unclosed';
      state = next === 'unclosed' ? { kind: 'code' } : next;
      continue;
    }
    if (state.kind === 'fenced') fault ??= 'multiline';
    const within = state.kind === 'quoted' ? state.quoted : null;
    const before = lines.slice(taken, found.index);
    const isJoined = within === null && (before === '' ? taken > 0 : !/[\s(,=[]$/.test(before));
    const isFollowed = within === null && /["'`~]/.test(lines.charAt(at));
    if (before !== '') pieces.push(before);
    pieces.push({ placeholder, within, spaceBefore: isJoined, spaceAfter: isFollowed });
    taken = at;
  }
  if (state.kind === 'quoted' || state.kind === 'fenced') fault ??= 'unclosed';
  if (taken < lines.length) pieces.push(lines.slice(taken));
  const takesCustomer = pieces.some((piece) => typeof piece !== 'string');
  return { text, pieces, takesCustomer, fault: takesCustomer ? fault : null };
}

function placeholderOf(name: string | undefined): HuntPlaceholder | undefined {
  return huntPlaceholders.find((each) => each.toLowerCase() === name?.toLowerCase());
}
