import { isNobody } from '#shared/customer/nobody.ts';
import { tenantIdTail } from '#shared/tenant/tenant-id.ts';
import { useText } from '../../ui/text.tsx';
import { useIncidentWords } from './incidents.tsx';
import { Marked } from './marked.tsx';
import { type Row, obstacleOf } from '../results/row.ts';
import type { RowFacts } from '../results/row-facts.ts';
import { targetNote } from './target-text.tsx';

/** The second line of a row: whose it is, then what there is room to tell. */
export function RowDetail(props: {
  readonly row: Row;
  readonly facts: RowFacts;
  readonly highlighted: boolean;
}) {
  const { facts, highlighted, row } = props;
  const { customer } = row;
  const { t } = useText();
  const note = targetNote(row, t);
  // Why a page cannot be opened needs the room; but whose it is comes first where customers look alike.
  const domainShown =
    !isNobody(customer) && (note === undefined || row.tellApart || obstacleOf(row) === null);
  const incidents = useIncidentWords(customer.tenantId)?.facts ?? [];
  const remarks = highlighted && facts.remarks.length > 0;
  const aside =
    note ??
    (remarks
      ? facts.remarks
      : [...incidents, ...facts.reached.filter((fact) => fact !== row.alias?.text)]
    ).join(' · ');
  return (
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
  );
}
