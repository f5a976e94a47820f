import { isParentOfMany } from '../tenant/shared-hosts.ts';

/** Which customers list a domain, by slot. */
export class DomainOwners {
  readonly #slots = new Map<string, number[]>();

  add(slot: number, domains: readonly string[]): void {
    for (const domain of domains) {
      const slots = this.#slots.get(domain);
      if (slots === undefined) this.#slots.set(domain, [slot]);
      else slots.push(slot);
    }
  }

  remove(slot: number, domains: readonly string[]): void {
    for (const domain of domains) {
      const left = this.#slots.get(domain)?.filter((each) => each !== slot) ?? [];
      if (left.length > 0) this.#slots.set(domain, left);
      else this.#slots.delete(domain);
    }
  }

  /** Who lists the nearest domain above this one: of mail.contoso.com those who list contoso.com. */
  above(domain: string): { readonly domain: string; readonly slots: readonly number[] } | undefined {
    for (let parent = parentOf(domain); parent !== undefined; parent = parentOf(parent)) {
      const slots = this.#slots.get(parent);
      if (slots !== undefined) return { domain: parent, slots };
    }
    return undefined;
  }
}

/** Registries' own second labels, as in co.uk. */
const registries: ReadonlySet<string> = new Set(
  'ac co com edu gob gouv gov gv id info ltd mil ne net nhs nom or org plc sch school web'.split(' '),
);

/** The domain without its first label; nothing when that would be a registry's or a host's of many. */
function parentOf(domain: string): string | undefined {
  const parent = domain.slice(domain.indexOf('.') + 1);
  const labels = parent.split('.');
  const [first = '', last = ''] = labels;
  const isRegistry = labels.length === 2 && last.length === 2 && registries.has(first);
  return labels.length < 2 || isRegistry || isParentOfMany(parent) ? undefined : parent;
}
