import type { Addressee } from '../portals/placeholder.ts';
import { valueOf } from '../portals/placeholder.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { err, ok, type Result } from '../problems/result.ts';
import { huntLimits } from './hunt.ts';
import type { HuntPlaceholder, Place, QueryTemplate, Quoted } from './query-template.ts';

/**
 * The query for one customer; one without placeholders as it was written. `page` names the page in a problem.
 * Errors: `hunt-unclosed` and `hunt-multiline`, see `QueryTemplate.fault`; `page-incomplete` when the customer lacks
 * a value; `hunt-too-long` when the filled query is longer than one may be.
 */
export function fillQuery(
  { fault, pieces, takesCustomer, text }: QueryTemplate,
  customer: Addressee,
  page: string,
): Result<string, Problem> {
  if (!takesCustomer) return ok(text);
  if (fault !== null) return err(problem(`hunt-${fault}`, {}));
  let filled = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      filled += piece;
      continue;
    }
    const value = values[piece.placeholder](customer);
    if (value === undefined)
      return err(
        problem('page-incomplete', {
          page,
          customer: customer.name,
          placeholder: keys[piece.placeholder],
        }),
      );
    filled += textFor(piece, value);
  }
  return filled.length > huntLimits.query
    ? err(problem('hunt-too-long', { most: String(huntLimits.query) }))
    : ok(filled);
}

/** What is wrong with a query whoever it is for; undefined when nothing is. */
export function faultOf({ fault }: QueryTemplate): Problem | undefined {
  return fault === null ? undefined : problem(`hunt-${fault}`, {});
}

const values: Readonly<Record<HuntPlaceholder, (customer: Addressee) => string | undefined>> = {
  tenantId: (customer) => valueOf('tenantId', customer),
  domain: (customer) => valueOf('defaultDomain', customer),
  // SECURITY: a name is whatever somebody called the customer. On one line, it cannot end a comment or a text.
  name: ({ name }) => name.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() || undefined,
};

const keys: Readonly<Record<HuntPlaceholder, string>> = {
  tenantId: 'placeholder.tenantId',
  domain: 'placeholder.defaultDomain',
  name: 'placeholder.name',
};

function textFor({ within, spaceBefore, spaceAfter }: Place, value: string): string {
  if (within !== null) return escaped(value, within);
  const quoted = `"${escaped(value, { quote: '"', verbatim: false })}"`;
  return `${spaceBefore ? ' ' : ''}${quoted}${spaceAfter ? ' ' : ''}`;
}

// SECURITY: no value ends the text in quotes that it stands in.
function escaped(value: string, { quote, verbatim }: Quoted): string {
  if (verbatim) return value.replaceAll(quote, quote + quote);
  return value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
}
