import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.tsx';
import { IncidentBadge } from './incidents.tsx';
import type { Row } from '../results/row.ts';
import type { RowFacts } from '../results/row-facts.ts';

/** What stands at the end of a row: warnings, badges, and small signs with their names. */
export function RowSigns(props: { readonly row: Row; readonly facts: RowFacts; readonly open: boolean }) {
  const { facts, row } = props;
  const { customer } = row;
  const { t } = useText();
  return (
    <>
      {(row.target === undefined || row.target.kind === 'page') && (
        <IncidentBadge tenantId={customer.tenantId} />
      )}
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
    </>
  );
}
