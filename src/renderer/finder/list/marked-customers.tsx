import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.tsx';
import type { MarkedName } from '../state/marked-names.ts';

/** Who is marked, by name, to be checked before they open. Each mark can be taken back. */
export function MarkedCustomers(props: {
  readonly marked: readonly MarkedName[];
  /** So many are named, and the others counted. Without it all are, in a list that scrolls. */
  readonly most?: number;
  readonly onUnmark: (tenantId: TenantId) => void;
}) {
  const { marked, most = marked.length, onUnmark } = props;
  const { t } = useText();
  const list = useRef<HTMLUListElement>(null);
  /** Whose button was pressed, and has gone with its line. */
  const taken = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (taken.current === null) return;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    buttons[Math.min(taken.current, buttons.length - 1)]?.focus();
    taken.current = null;
  }, [marked.length]);
  const more = marked.length - most;
  return (
    <ul class="marked" ref={list} aria-label={t('marks.label')}>
      {marked.slice(0, most).map(({ tenantId, name, detail }, place) => (
        <li key={tenantId} data-tenant={tenantId}>
          <span class="marked-name">{name}</span> <span class="marked-detail">{detail}</span>
          <Button
            look="quiet"
            label={t('marks.takeBack', { customer: name })}
            onClick={() => {
              taken.current = place;
              onUnmark(tenantId);
            }}
          >
            ×
          </Button>
        </li>
      ))}
      {more > 0 && <li>{t('marks.more', { count: more })}</li>}
    </ul>
  );
}
