import type { TidegateApi } from '#shared/commands/channels.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Platform } from '#shared/platform.ts';
import type { Problem, ProblemKind } from '#shared/problems/problem.ts';
import { remedyOf, type Remedy } from '#shared/problems/remedy.ts';
import type { Status } from '#shared/status/status.ts';
import type { MessageKey } from '#shared/locales/messages.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.tsx';
import type { FinderController } from '../state/finder-controller.ts';

/** What the finder can do about a problem at one press: what the button says, and what it does. */
export interface RemedyAction {
  readonly label: MessageKey;
  readonly act: () => void;
}

interface Means {
  readonly api: Pick<TidegateApi, 'run'>;
  readonly controller: Pick<FinderController, 'canRetry' | 'retry'>;
  readonly status: Pick<Status, 'accounts' | 'settings' | 'signIn'>;
}

/** Nothing where no press helps. */
export function remedyActionFor(
  problem: Problem,
  { api, controller, status }: Means,
): RemedyAction | undefined {
  const remedy = remedyOf(problem);
  if (remedy === undefined) return undefined;
  if (remedy === 'retry')
    return controller.canRetry ? { label: 'remedy.retry', act: () => controller.retry() } : undefined;
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

/** The button for it, with its key. */
export function RemedyButton(props: {
  readonly remedy: RemedyAction | undefined;
  readonly platform: Platform;
}) {
  const { platform, remedy } = props;
  const { t } = useText();
  if (remedy === undefined) return null;
  return (
    <Button onClick={remedy.act}>
      {t(remedy.label)} <kbd>{formatAccelerator('F8', platform, t)}</kbd>
    </Button>
  );
}
