/** Under this name the windows keep whom the help is about: in their own storage, which is in memory. */
export const helpCustomer = 'help.customer';
