import type { AccountStatus } from '../../shared/status.ts';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/text.tsx';
import { CustomerTile } from './customer-tile.tsx';
import { optionId } from './ids.ts';
import { Marked } from './marked.tsx';
import { RowDetail } from './row-detail.tsx';
import { factsOf } from './row-facts.ts';
import type { Row } from './results.ts';
import { rowHeightRem } from './row-height.ts';
import { RowSigns } from './row-signs.tsx';
import { isUnnamedLink, leadOf, obstacleOf, rowKey } from './row-target.ts';
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
  /** Null where nobody is marked. */
  readonly marked: boolean | null;
  readonly open: boolean;
}) {
  const { accounts, row, index } = props;
  const { customer } = row;
  const { t, language } = useText();
  const facts = factsOf(customer, { accounts, t, language, now: Date.now() });
  return (
    <div
      class="row"
      id={optionId(rowKey(row))}
      role="option"
      aria-selected={props.highlighted}
      aria-disabled={obstacleOf(row) !== null && leadOf(row) === undefined}
      aria-checked={props.marked ?? undefined}
      aria-setsize={props.count}
      aria-posinset={index + 1}
      data-tenant={customer.tenantId}
      data-row={rowKey(row)}
      style={{ top: `${index * rowHeightRem}rem`, height: `${rowHeightRem}rem` }}
    >
      <CustomerTile customer={customer}>
        {props.marked ? (
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
            t('finder.row.named', { destination: t('destination.defender'), customer: customer.name })
          ) : (
            <Marked text={row.name} />
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
