import { tenantColour } from '../../shared/colour.ts';
import { tenantIdTail } from '../../shared/tenant-id.ts';
import type { AccountStatus } from '../../shared/status.ts';
import { Icon } from '../ui/icon.tsx';
import { useText } from '../ui/text.tsx';
import { optionId } from './ids.ts';
import { Marked } from './marked.tsx';
import { factsOf } from './row-facts.ts';
import type { Row } from './results.ts';
import { rowHeightRem } from './row-height.ts';
import { obstacleOf, rowKey } from './row-target.ts';
import { targetNote, TargetName } from './target-text.tsx';

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
  const note = row.target && targetNote(row.target, t);
  // Why a page cannot be opened needs the room; but whose it is comes first where customers look alike.
  const domainShown = note === undefined || row.tellApart || row.target?.kind === 'link';
  const remarks = props.highlighted && facts.remarks.length > 0;
  const aside =
    note ?? (remarks ? facts.remarks : facts.reached.filter((fact) => fact !== row.alias?.text)).join(' · ');
  return (
    <div
      class="row"
      id={optionId(rowKey(row))}
      role="option"
      aria-selected={props.highlighted}
      aria-disabled={obstacleOf(row) !== null}
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
            t('finder.row.named', { destination: t('destination.defender'), customer: customer.name })
          ) : (
            <Marked text={row.name} />
          )}
        </span>{' '}
        <span class="row-detail" data-tell-apart={row.tellApart}>
          {row.alias && (
            <span class="row-alias">
              <Marked text={row.alias} />
            </span>
          )}{' '}
          {domainShown && (
            <span class="row-domain" title={row.detail.text}>
              <Marked text={row.detail} />
            </span>
          )}{' '}
          {row.tellApart && (
            <span class="row-tail">{t('finder.row.idTail', { tail: tenantIdTail(customer.tenantId) })}</span>
          )}{' '}
          {aside !== '' && (
            <span class="row-aside" title={aside}>
              {aside}
            </span>
          )}
        </span>
      </span>
      {facts.warnings.map((warning) => (
        <span key={warning} class="badge" data-tone="warning" title={warning}>
          {warning}
        </span>
      ))}
      {facts.badges.map((badge) => (
        <span key={badge} class="badge">
          {badge}
        </span>
      ))}
      {facts.remarks.length > 0 && (
        <span
          class="row-sign"
          data-instruction={customer.instruction !== undefined}
          title={facts.remarks.join('\n')}
        >
          <Icon name="note" />
          <span class="unseen">
            {t(customer.instruction === undefined ? 'finder.row.hasNote' : 'finder.row.hasInstruction')}
          </span>
        </span>
      )}
      {props.open && row.target === undefined && (
        <span class="row-sign row-open" title={t('finder.row.open')}>
          <Icon name="window" />
          <span class="unseen">{t('finder.row.open')}</span>
        </span>
      )}
      {customer.favourite && (
        <span class="row-sign" title={t('finder.row.favourite')}>
          <Icon name="star" />
          <span class="unseen">{t('finder.row.favourite')}</span>
        </span>
      )}
      {row.sign === 'recent' && (
        <span class="row-sign" title={t('finder.row.recent')}>
          <Icon name="clock" />
          <span class="unseen">{t('finder.row.recent')}</span>
        </span>
      )}
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
