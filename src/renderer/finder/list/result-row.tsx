import { tenantColour } from '#shared/customer/colour.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.tsx';
import { optionId } from './ids.ts';
import { Marked } from './marked.tsx';
import { RowDetail } from './row-detail.tsx';
import { factsOf } from '../results/row-facts.ts';
import type { Row } from '../results/results.ts';
import { rowHeightRem } from './row-height.ts';
import { RowSigns } from './row-signs.tsx';
import { leadOf, obstacleOf, rowKey } from '../results/row-target.ts';
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
      <span
        class="row-tile"
        style={{ background: customer.colour ?? tenantColour(customer.tenantId).hex }}
        aria-hidden="true"
      >
        {props.marked ? (
          <Icon name="check" />
        ) : row.target?.kind === 'help' ? (
          <Icon name="help" />
        ) : row.sign === 'named' ? (
          <Icon name="link" />
        ) : (
          initials(customer.name)
        )}
      </span>
      <span class="row-text">
        <span class="row-name">
          {row.target !== undefined ? (
            <TargetName customer={customer} target={row.target} />
          ) : row.sign === 'named' ? (
            t('finder.row.named', { page: t('page.defender'), customer: customer.name })
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

/** The first letters of the first two words: something to aim the eye at. */
function initials(name: string): string {
  return name
    .split(/[\s\-_.&/]+/u)
    .flatMap((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase();
}
