import type { RowSize } from '#shared/settings/settings.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.tsx';
import { CustomerTile } from './customer-tile.tsx';
import { optionId } from './ids.ts';
import { RowDetail } from './row-detail.tsx';
import { factsOf } from '../results/row-facts.ts';
import { type Row, isUnnamedLink, leadOf, obstacleOf, rowKey } from '../results/row.ts';
import { RowName } from './row-name.tsx';
import { rowHeights } from './row-height.ts';
import { RowSigns } from './row-signs.tsx';
import { TargetName } from './target-text.tsx';

/** One customer to choose. */
export function ResultRow(props: {
  readonly row: Row;
  readonly index: number;
  readonly count: number;
  readonly highlighted: boolean;
  readonly accounts: readonly AccountStatus[];
  /** The digit that opens it, while those are shown. */
  readonly number: number | null;
  /** Null where nobody is selected. */
  readonly selected: boolean | null;
  readonly open: boolean;
  readonly size: RowSize;
  /** The access that all customers have alike: see `commonAccess`. */
  readonly common?: string;
  /** The names of the other rows in sight. */
  readonly others: readonly string[];
}) {
  const { accounts, common = '', others, row, index } = props;
  const { customer } = row;
  const { t, language } = useText();
  const facts = factsOf(customer, { accounts, common, t, language, now: Date.now() });
  const height = rowHeights[props.size];
  return (
    <div
      class="row"
      id={optionId(rowKey(row))}
      role="option"
      aria-selected={props.highlighted}
      aria-disabled={obstacleOf(row) !== null && leadOf(row) === undefined}
      aria-checked={props.selected ?? undefined}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      data-tenant={customer.tenantId}
      data-row={rowKey(row)}
      style={{ top: `${index * height}rem`, height: `${height}rem` }}
    >
      <CustomerTile customer={customer}>
        {props.selected ? (
          <Icon name="check" />
        ) : row.target?.kind === 'help' ? (
          <Icon name="help" />
        ) : row.sign === 'named' ? (
          <Icon name="link" />
        ) : undefined}
      </CustomerTile>
      <span class="row-text">
        <span class="row-name">
          {row.target !== undefined && !isUnnamedLink(row) ? (
            <TargetName customer={customer} target={row.target} />
          ) : row.sign === 'named' && row.target === undefined ? (
            t('finder.row.named', { page: t('page.defender'), customer: customer.name })
          ) : (
            <RowName name={row.name} others={others} />
          )}
        </span>{' '}
        <RowDetail row={row} facts={facts} highlighted={props.highlighted} />
      </span>
      <RowSigns row={row} facts={facts} open={props.open} />
      {props.number !== null && (
        <kbd class="row-number" aria-hidden="true">
          {props.number}
        </kbd>
      )}
    </div>
  );
}
