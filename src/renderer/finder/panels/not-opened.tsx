import type { NotOpened } from '#shared/commands/command.ts';
import { explain } from '#shared/locales/messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.tsx';

/** Those of several that could not be opened, by name, each with its reason. */
export function NotOpenedList(props: { readonly failed: readonly NotOpened[] }) {
  const { t } = useText();
  const next = new Set(props.failed.map(({ problem }) => explain(t, problem).next));
  return (
    <div class="finder-notice">
      <Notice tone="danger" announce>
        <p>{t('selection.failed', { count: props.failed.length })}</p>
        <ul>
          {props.failed.map(({ tenantId, customer, problem }) => (
            <li key={tenantId}>
              <strong>{customer}</strong>: {explain(t, problem).message}
            </li>
          ))}
        </ul>
        {[...next].map((step) => (
          <p key={step}>{step}</p>
        ))}
      </Notice>
    </div>
  );
}
