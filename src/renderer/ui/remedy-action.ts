import type { TidegateApi } from '#shared/commands/channels.ts';
import type { MessageKey } from '#shared/locales/messages.ts';
import type { Problem, ProblemKind } from '#shared/problems/problem.ts';
import { remedyOf, type Remedy } from '#shared/problems/remedy.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { Status } from '#shared/status/status.ts';

/** What a window can do about a problem at one press: what the button says, and what it does. */
export interface RemedyAction {
  readonly label: MessageKey;
  readonly act: () => void;
  /** The page of the settings that it leads to, if it leads to one. */
  readonly page?: SettingsPage;
}

interface Means {
  readonly api: Pick<TidegateApi, 'run'>;
  /** Asks again for what was asked for last; absent where nothing was. */
  readonly retry?: () => void;
  readonly status: Pick<Status, 'accounts' | 'settings' | 'signIn'>;
}

/** Undefined where no press helps. */
export function remedyActionFor(problem: Problem, { api, retry, status }: Means): RemedyAction | undefined {
  const remedy = remedyOf(problem);
  if (remedy === undefined) return undefined;
  if (remedy === 'retry') return retry === undefined ? undefined : { label: 'remedy.retry', act: retry };
  // Without a registration there is nothing to sign in to: Settings says how to get one.
  const way: Remedy =
    remedy.kind === 'signIn' && status.settings.clientId === null
      ? { kind: 'settings', page: 'accounts' }
      : remedy;
  switch (way.kind) {
    case 'sync':
      return { label: 'remedy.sync', act: () => void api.run({ kind: 'sync' }) };
    case 'settings':
      return {
        label: heldRows.has(problem.kind) ? 'remedy.rows' : `remedy.${way.page}`,
        act: () => void api.run({ kind: 'showSettings', page: way.page }),
        page: way.page,
      };
    case 'signIn': {
      if (status.signIn === 'waiting') return undefined;
      const account = status.accounts.find(({ username }) => username === way.username);
      const command = { kind: 'signIn', ...(account && { accountId: account.id }) } as const;
      return { label: 'remedy.signIn', act: () => void api.run(command) };
    }
  }
}

const heldRows: ReadonlySet<ProblemKind> = new Set(['shared-list-held', 'shared-list-left-out']);
