import { domainsOf } from '#shared/customer/customer-domains.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { fold, foldText, wordsOf } from '#shared/search/normalise.ts';
import { coreText } from '#shared/search/core.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';

/** A customer that a name may have meant. */
export type Candidate = Pick<Customer, 'tenantId' | 'name' | 'defaultDomain'>;

export interface NotNamed {
  readonly problem: Problem;
  /** At most `shown`, by name. */
  readonly candidates: readonly Candidate[];
}

const shown = 20;

/**
 * The one customer that a text names: by tenant id, by a whole name, alias or domain, else by how a name begins, else by
 * words that all stand in it. SECURITY: nothing is guessed: of several none is taken, and slips of the finger find nobody, because
 * whoever types a command does not see what is chosen. Hidden customers are found by what names them in full.
 * Errors: `customer-unknown`, `customer-ambiguous`, `customer-not-found`.
 */
export function findNamed(text: string, customers: Iterable<Customer>): Result<Customer, NotNamed> {
  const all = [...customers];
  const tenantId = parseTenantId(text);
  if (tenantId !== undefined) {
    const customer = all.find((each) => each.tenantId === tenantId);
    return customer ? ok(customer) : err(nobody(problem('customer-unknown', { tenantId })));
  }
  const listed = all.filter(({ hidden }) => !hidden);
  const wanted = foldText(text);
  if (wanted !== '') {
    const folded = fold(text);
    const [core, words] = [coreText(folded), wordsOf(folded)];
    for (const fits of [
      all.filter((each) => namesOf(each).some((name) => foldText(name) === wanted)),
      // Without the legal form: Contoso is Contoso Ltd.
      all.filter((each) => namesOf(each).some((name) => coreText(fold(name)) === core)),
      listed.filter((each) => namesOf(each).some((name) => foldText(name).startsWith(wanted))),
      listed.filter((each) => namesOf(each).some((name) => hasAll(wordsOf(fold(name)), words))),
    ]) {
      const [only, ...others] = fits;
      if (only !== undefined) return others.length === 0 ? ok(only) : err(ambiguous(text, fits));
    }
  }
  return err(nobody(problem('customer-not-found', { text: text.slice(0, 80) })));
}

/** Those whose name, or another one that they have, is this text, but for capitals: `Booking.com`. */
export function calledExactly(text: string, customers: Iterable<Customer>): readonly Customer[] {
  const wanted = text.trim().toLowerCase();
  return [...customers].filter(({ aliases, name }) =>
    [name, ...aliases].some((each) => each.toLowerCase() === wanted),
  );
}

function namesOf(customer: Customer): readonly string[] {
  return [customer.name, ...customer.aliases, ...domainsOf(customer)];
}

function hasAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((want) => words.some((word) => word.startsWith(want)));
}

const nobody = (trouble: Problem): NotNamed => ({ problem: trouble, candidates: [] });

function ambiguous(text: string, fits: readonly Customer[]): NotNamed {
  return {
    problem: problem('customer-ambiguous', { text: text.slice(0, 80), count: String(fits.length) }),
    candidates: candidatesOf(fits),
  };
}

/** The first of them by name, as they are told. */
export function candidatesOf(customers: readonly Customer[]): readonly Candidate[] {
  return customers
    .toSorted((one, other) => one.name.localeCompare(other.name))
    .slice(0, shown)
    .map(({ tenantId, name, defaultDomain }) => ({
      tenantId,
      name,
      ...(defaultDomain !== undefined && { defaultDomain }),
    }));
}
