import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { MessageKey } from '#shared/locales/messages.ts';
import type { PortalContext } from '#shared/portals/availability.ts';
import type { CatalogueId } from '#shared/portals/catalogue-ids.ts';
import { useText } from '../../ui/text.tsx';
import { OpenButton } from './open-button.tsx';

/** A step: what is to be done, and the pages it is done on. */
export interface Step {
  readonly text: MessageKey;
  readonly pages?: readonly CatalogueId[];
}

/** Steps in their order, each with the way to its pages. */
export function StepList(props: {
  readonly api: TidegateApi;
  readonly context: PortalContext;
  readonly customer: Customer | undefined;
  readonly steps: readonly Step[];
}) {
  const { t } = useText();
  return (
    <ol class="steps">
      {props.steps.map(({ pages = [], text }) => (
        <li key={text}>
          <p>{t(text)}</p>
          {pages.length > 0 && (
            <div class="buttons">
              {pages.map((page) => (
                <OpenButton
                  key={`${page} ${props.customer?.tenantId ?? ''}`}
                  api={props.api}
                  context={props.context}
                  customer={props.customer}
                  page={page}
                />
              ))}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
