import { useMemo } from 'preact/hooks';
import { canSync } from '#shared/status/can-sync.ts';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Language } from '#shared/locales/language.ts';
import { explain, type Translate } from '#shared/locales/messages.ts';
import type { Status } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { timeAgo } from '../../ui/time-ago.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorLink } from '../../ui/error-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { browserInForce } from '../../ui/browser-in-force.ts';
import { useText } from '../../ui/text.tsx';
import type { Opening } from '../state/finder-view.ts';

/** The finder's last line: what Tidegate is doing, what goes wrong, what Enter will do. */
export function StatusLine(props: {
  readonly api: TidegateApi;
  readonly status: Status;
  readonly customers: ReadonlyMap<TenantId, Customer>;
  /** Whether Enter would open somebody: with nobody highlighted it opens nobody. */
  readonly canOpen: boolean;
  readonly opening: Opening | null;
  /** What was just done, in words. */
  readonly said: string | null;
  /** That is about the next Enter: it takes the place of what Enter and other keys do. */
  readonly asksAgain: boolean;
  /** The page that Enter opens, where it is not the portal's first. */
  readonly page: string | null;
  /** Something above this line says already what went wrong. */
  readonly problemShown: boolean;
}) {
  const { api, status, opening } = props;
  const { t, language } = useText();
  const customerCount = useMemo(() => countCustomers(props.customers), [props.customers]);
  const browser = browserInForce(status);
  // There is room for one: what stops an open, else the sync's, else the newest.
  const standing = browser.ok ? (status.sync.problem ?? status.problems.at(-1)) : browser.error;
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
          <span>
            {words.message} {words.next}
          </span>
          <ErrorLink problem={standing} />
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
            <span>
              <kbd>{t('common.key.tab')}</kbd> {t('finder.hint.pages')}
            </span>
            <span>
              <kbd>{formatAccelerator('CommandOrControl+K', status.platform, t)}</kbd>{' '}
              {t('finder.hint.actions')}
            </span>
          </p>
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

/** The own tenant is on the list, and nobody's customer. */
function countCustomers(customers: ReadonlyMap<TenantId, Customer>): number {
  let count = 0;
  for (const { access } of customers.values()) if (!access.includes('own')) count += 1;
  return count;
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
