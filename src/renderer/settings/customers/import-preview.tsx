import { useEffect, useRef } from 'preact/hooks';
import type { ImportPreview } from '#shared/imports/import.ts';
import type { ListEncoding } from '#shared/imports/list-encoding.ts';
import { EncodingChoice } from '../../sections/encoding-choice.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { PlannedCustomerRow } from './planned-customer-row.tsx';
import { RefusedTable } from './refused-table.tsx';

const counted = ['added', 'changed', 'unchanged'] as const;

/** What an import would add, change and refuse, and the button that does just that. */
export function ImportPreviewView(props: {
  readonly preview: ImportPreview;
  readonly busy: boolean;
  readonly apply: () => void;
  /** Reads the file again, its letters as chosen. */
  readonly readAs: (encoding: ListEncoding | null) => void;
  readonly discard: () => void;
}) {
  const { preview } = props;
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [preview]);
  const changes = preview.added + preview.changed;
  const more = changes - preview.customers.length;
  return (
    <div class="part preview">
      <h3 ref={heading} tabIndex={-1}>
        {t(changes > 0 ? 'settings.import.would' : 'settings.import.wouldNothing')}
      </h3>
      <ul class="tally">
        {counted
          .filter((part) => preview[part] > 0)
          .map((part) => (
            <li key={part} data-part={part}>
              {t(`settings.import.${part}`, { count: preview[part] })}
            </li>
          ))}
        {preview.duplicates > 0 && (
          <li data-part="duplicates">{t('settings.import.duplicates', { count: preview.duplicates })}</li>
        )}
        {preview.refusedCount > 0 && (
          <li data-part="refused">{t('settings.import.refused', { count: preview.refusedCount })}</li>
        )}
      </ul>
      {preview.told.map((each) => (
        <ProblemNotice key={each.kind} problem={each} tone="warning" />
      ))}
      {preview.readAs !== null && (
        <EncodingChoice
          label={t('settings.import.encoding')}
          help={t('settings.import.encodingHelp')}
          value={preview.readAs.encoding}
          busy={props.busy}
          change={props.readAs}
        />
      )}
      {preview.customers.length > 0 && (
        <ul class="planned" tabIndex={0} aria-label={t('settings.import.would')}>
          {preview.customers.map((customer) => (
            <PlannedCustomerRow key={customer.tenantId} customer={customer} />
          ))}
          {more > 0 && <li class="card-detail">{t('settings.import.moreCustomers', { count: more })}</li>}
        </ul>
      )}
      {preview.refusedCount > 0 && <RefusedTable rows={preview.refused} count={preview.refusedCount} />}
      <div class="buttons">
        {changes > 0 && (
          <Button look="primary" disabled={props.busy} onClick={props.apply}>
            {t('settings.import.apply', { count: changes })}
          </Button>
        )}
        <Button disabled={props.busy} onClick={props.discard}>
          {t('settings.import.discard')}
        </Button>
      </div>
    </div>
  );
}
