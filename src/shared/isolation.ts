/**
 * How a customer's pages are kept apart from other customers' pages.
 * `profile`: one browser profile per customer, in a user-data folder of Tidegate's own. `account`: one profile per sign-in
 * account, shared by the customers reached with it. `sealed`: a user-data folder of its own. `own`: a profile that
 * exists in the user's browser. `custom`: a command of the user's.
 */
export const isolationLevels = ['profile', 'account', 'sealed', 'own', 'custom'] as const;
export type IsolationLevel = (typeof isolationLevels)[number];
