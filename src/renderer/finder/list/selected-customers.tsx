import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.tsx';
import type { SelectedName } from '../state/selected-names.ts';

/** Who is selected, by name, to be checked before they open. Each can be deselected. */
export function SelectedCustomers(props: {
  readonly selected: readonly SelectedName[];
  /** How many are named, while the others are counted. Without it all are named, in a list that scrolls. */
  readonly most?: number;
  readonly onDeselect: (tenantId: TenantId) => void;
}) {
  const { selected, most = selected.length, onDeselect } = props;
  const { t } = useText();
  const list = useRef<HTMLUListElement>(null);
  /** Where the line stood that was deselected: the line that follows takes the focus. */
  const taken = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (taken.current === null) return;
    const buttons = list.current?.querySelectorAll('button') ?? [];
    buttons[Math.min(taken.current, buttons.length - 1)]?.focus();
    taken.current = null;
  }, [selected.length]);
  const more = selected.length - most;
  return (
    <ul class="selected-customers" ref={list} aria-label={t('selection.label')}>
      {selected.slice(0, most).map(({ tenantId, name, detail }, place) => (
        <li key={tenantId} data-tenant={tenantId}>
          <span class="selected-name">{name}</span> <span class="selected-detail">{detail}</span>
          <Button
            look="quiet"
            label={t('selection.takeBack', { customer: name })}
            onClick={() => {
              taken.current = place;
              onDeselect(tenantId);
            }}
          >
            ×
          </Button>
        </li>
      ))}
      {more > 0 && <li>{t('selection.more', { count: more })}</li>}
    </ul>
  );
}
