import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** Under this name the windows keep whom the help is about: in their own storage, which is in memory. */
export const helpCustomer = 'help.customer';

/** And under this one, with spaces between them, who else is to be checked for access. */
export const helpChecked = 'help.checked';

/** Chooses whom the help is about and who is to be checked there. Nobody is asked before the user says so there. */
export function chooseForHelp([customer = '', ...others]: readonly (TenantId | '')[]): void {
  localStorage.setItem(helpCustomer, customer);
  localStorage.setItem(helpChecked, others.join(' '));
}
