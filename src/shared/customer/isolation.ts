/**
 * How a customer's pages are kept apart from other customers' pages.
 * `profile`: one browser profile per customer, in a user-data folder of Tidegate's own. `account`: one profile per sign-in
 * account, shared by the customers reached with it. `sealed`: a user-data folder of its own. `own`: a profile that
 * exists in the user's browser. `custom`: a command of the user's.
 */
export const isolationLevels = ['profile', 'account', 'sealed', 'own', 'custom'] as const;
export type IsolationLevel = (typeof isolationLevels)[number];

/** Customers with this tag open at this level, in this browser; what is absent is decided elsewhere. */
export interface TagRule {
  readonly tag: string;
  readonly isolation?: IsolationLevel;
  /** Id of a browser. */
  readonly browser?: string;
}

/** The isolation level and the browser that a launch takes, unless it is asked for others. */
export interface LaunchChoice {
  readonly level: IsolationLevel;
  /** Id of a browser; null for the best that is found. */
  readonly browser: string | null;
}

/** The customer's own choice, else that of the first rule for one of the customer's tags, else the one for all. */
export function launchChoiceOf(
  customer: {
    readonly tags: readonly string[];
    readonly isolation?: IsolationLevel;
    readonly browser?: string;
  },
  settings: {
    readonly isolation: IsolationLevel;
    readonly browser: string | null;
    readonly tagRules: readonly TagRule[];
  },
): LaunchChoice {
  const tags = new Set(customer.tags.map(fold));
  const rules = settings.tagRules.filter(({ tag }) => tags.has(fold(tag)));
  return {
    level: customer.isolation ?? rules.find((rule) => rule.isolation)?.isolation ?? settings.isolation,
    browser: customer.browser ?? rules.find((rule) => rule.browser)?.browser ?? settings.browser,
  };
}

const fold = (tag: string): string => tag.trim().normalize('NFC').toLowerCase();
