import { provingKinds, type Customer } from './customer.ts';

/**
 * True for who is reached by GDAP alone, by relationships that bring no security role: Defender does not open there.
 * A guest or member may hold roles of the customer's own giving, and what was not read is held against nobody.
 */
export function lacksSecurityRole({
  access,
  securityRoles: brought,
}: Pick<Customer, 'access' | 'securityRoles'>): boolean {
  return (
    brought?.length === 0 &&
    access.includes('gdap') &&
    !access.some((kind) => kind !== 'gdap' && provingKinds.has(kind))
  );
}
