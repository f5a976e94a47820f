import type { PlannedCustomer } from '#shared/imports/import.ts';
import { tenantIdTail } from '#shared/tenant/tenant-id.ts';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.tsx';
import { importValueText } from './import-value-text.ts';

/** One customer that an import would add or change, field by field. */
export function PlannedCustomerRow({ customer }: { readonly customer: PlannedCustomer }) {
  const { t, language } = useText();
  const { changes, kind, line, name, namesake, tenantId } = customer;
  // That a new customer comes onto the list, and what it is called, is said above.
  const shown = changes.filter(
    ({ after, before, field }) =>
      field !== 'ownList' && !(field === 'listedName' && before === null && after === name),
  );
  return (
    <li class="planned-row">
      <p class="planned-head">
        <span class="planned-kind" data-kind={kind}>
          {t(`settings.import.kind.${kind}`)}
        </span>
        <strong>{name}</strong>
        <span class="card-detail">{t('setup.report.line', { line })}</span>
        <code class="card-detail">{tenantId}</code>
      </p>
      {shown.length > 0 && (
        <dl class="changes">
          {shown.map(({ after, before, field }) => (
            <div key={field}>
              <dt>{t(`import.field.${field}`)}</dt>
              <dd>
                {before !== null && (
                  <>
                    <del>{importValueText(before, t, language)}</del> <span aria-hidden="true">→</span>{' '}
                  </>
                )}
                <ins>{importValueText(after, t, language)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {namesake !== null && (
        <Notice tone="warning">
          {t('settings.import.namesake', { name: namesake.name, tail: tenantIdTail(namesake.tenantId) })}
        </Notice>
      )}
    </li>
  );
}
