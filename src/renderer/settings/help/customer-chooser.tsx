import { useMemo, useState } from 'preact/hooks';
import type { Customer } from '#shared/customer/customer.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { tenantIdTail, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { Usage } from '#shared/status/usage.ts';
import { chordOf, onKeys } from '../../ui/keyboard.ts';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';

const shown = 6;

/** A search for a customer: Enter takes the first that is found, Tab and Space any of them. */
export function CustomerChooser(props: {
  readonly label: string;
  readonly index: SearchIndex;
  readonly usage: Usage;
  readonly chosen: readonly TenantId[];
  readonly onChoose: (tenantId: TenantId) => void;
}) {
  const { chosen, index, onChoose, usage } = props;
  const { t } = useText();
  const [query, setQuery] = useState('');
  const hits = useMemo(
    () => (query.trim() === '' ? [] : search(index, query, usage, Date.now(), shown)),
    [index, query, usage],
  );
  const choose = (tenantId: TenantId): void => {
    setQuery('');
    onChoose(tenantId);
  };
  const keys = onKeys((press) => {
    const [first] = hits;
    if (press.key !== 'Enter' || chordOf(press) !== 'none' || first === undefined) return false;
    choose(first.customer.tenantId);
    return true;
  });
  return (
    <div class="chooser">
      <TextField
        label={props.label}
        help={t('help.chooser.help')}
        value={query}
        onInput={setQuery}
        input={{ type: 'search', ...keys }}
      />
      {query.trim() !== '' && hits.length === 0 && <p class="none">{t('setup.list.noMatch')}</p>}
      {hits.length > 0 && (
        <ul class="chooser-list" aria-label={t('help.chooser.found')}>
          {hits.map(({ customer }) => (
            <li key={customer.tenantId}>
              <button
                class="chooser-hit"
                type="button"
                aria-pressed={chosen.includes(customer.tenantId)}
                onClick={() => choose(customer.tenantId)}
              >
                <span>{customer.name}</span> <span class="own-detail">{detailOf(customer)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Namesakes are told apart by their domain and the end of their id. */
function detailOf({ defaultDomain, tenantId }: Customer): string {
  const tail = tenantIdTail(tenantId);
  return defaultDomain === undefined ? tail : `${defaultDomain} · ${tail}`;
}
