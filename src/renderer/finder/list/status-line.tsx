import { useMemo } from 'preact/hooks';
import type { Platform } from '#shared/platform.ts';
import { canSync } from '#shared/status/can-sync.ts';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Language } from '#shared/locales/language.ts';
import { explain, type Translate } from '#shared/locales/messages.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Status } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { countCustomers } from '../../ui/count-customers.ts';
import { timeAgo } from '../../ui/time-ago.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLink } from '../../ui/error-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { browserInForce } from '../../ui/browser-in-force.ts';
import { useText } from '../../ui/text.tsx';
import { tips } from '../state/every-key.ts';
import type { BeingOpened } from '../state/finder-view.ts';
import type { RemedyAction } from '../../ui/remedy-action.ts';
import { RemedyButton } from './remedy-button.tsx';

/** The finder's last line: what Tidegate is doing, what goes wrong, what Enter will do. */
export function StatusLine(props: {
  readonly api: TidegateApi;
  readonly status: Status;
  readonly customers: ReadonlyMap<TenantId, Customer>;
  /** Whether Enter would open somebody: with nobody highlighted it opens nobody. */
  readonly canOpen: boolean;
  readonly opening: BeingOpened | null;
  /** What was just done, in words. */
  readonly said: string | null;
  /** That is about the next Enter: it takes the place of what Enter and other keys do. */
  readonly asksAgain: boolean;
  /** The page that Enter opens, where it is not the portal's first. */
  readonly page: string | null;
  /** Something above this line says already what went wrong. */
  readonly problemShown: boolean;
  /** What F8 does about the standing problem. */
  readonly remedy: RemedyAction | undefined;
  /** Takes back what was just done; null where nothing can be. */
  readonly onUndo: (() => void) | null;
  /** Number of this showing: each has its tip. */
  readonly showing: number;
}) {
  const { api, status, opening } = props;
  const { t, language } = useText();
  const customerCount = useMemo(() => countCustomers(props.customers), [props.customers]);
  const browser = browserInForce(status);
  const standing = standingProblem(status);
  const words = standing && !props.problemShown && explain(t, standing);
  const line =
    opening === null
      ? (props.said ?? activity(status, customerCount, t, language))
      : 'name' in opening
        ? t('finder.status.opening', { customer: opening.name })
        : t('finder.status.openingMany', { count: opening.count });

  return (
    <footer class="status">
      {words && (
        <p class="status-problem" role="status">
          <Icon name="warning" />
          <span class="status-told">
            <span>
              {words.message} {words.next}
            </span>
            <span class="buttons">
              <RemedyButton remedy={props.remedy} platform={status.platform} />
              <ErrorLink problem={standing} />
            </span>
          </span>
        </p>
      )}
      <div class="status-line">
        <p class="status-text" role="status">
          {line}
        </p>
        {browser.ok && props.canOpen && !props.asksAgain && (
          <p class="hints">
            <span>
              <kbd>↵</kbd>{' '}
              {props.page === null
                ? t('finder.hint.open', { browser: browser.value })
                : t('finder.hint.openPage', { page: props.page })}
            </span>
            <Tip showing={props.showing} platform={status.platform} />
          </p>
        )}
        {props.onUndo !== null && (
          <Button look="quiet" onClick={props.onUndo}>
            {t('finder.undo')} <kbd>{formatAccelerator('CommandOrControl+Z', status.platform, t)}</kbd>
          </Button>
        )}
        {canSync(status.sync) && (
          <Button
            look="quiet"
            label={t('common.syncNow')}
            disabled={status.sync.running}
            onClick={() => void api.run({ kind: 'sync' })}
          >
            <Icon name="sync" />
          </Button>
        )}
        <Button
          look="quiet"
          label={t('common.settings')}
          onClick={() => void api.run({ kind: 'showSettings' })}
        >
          <Icon name="settings" />
        </Button>
      </div>
    </footer>
  );
}

/** There is room for one: what stops an open, else the sync's, else the newest. */
export function standingProblem(status: Status): Problem | undefined {
  const browser = browserInForce(status);
  return browser.ok ? (status.sync.problem ?? status.problems.at(-1)) : browser.error;
}

/** One key of many, another one at each showing. */
function Tip(props: { readonly showing: number; readonly platform: Platform }) {
  const { t } = useText();
  const tip = tips[props.showing % tips.length];
  if (tip === undefined) return null;
  return (
    <span data-tip={tip.id}>
      {tip.keys.slice(0, 1).map((key) => (
        <kbd key={key}>{formatAccelerator(key, props.platform, t)}</kbd>
      ))}{' '}
      {t(tip.text)}
    </span>
  );
}

function activity(status: Status, customerCount: number, t: Translate, language: Language): string {
  if (status.signIn === 'waiting') return t('finder.status.signingIn');
  if (status.sync.running) return t('finder.status.syncing');
  const count = t('common.customers', { count: customerCount });
  if (status.sync.empty) return `${count} · ${t('finder.empty.listed.title')}`;
  const { lastSuccess } = status.sync;
  if (lastSuccess === null) return count;
  return `${count} · ${t('finder.status.synced', { ago: timeAgo(lastSuccess, Date.now(), language) })}`;
}
