import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { explain } from '#shared/locales/messages.ts';
import { addressFor, type PortalContext } from '#shared/portals/availability.ts';
import { catalogue } from '#shared/portals/catalogue.ts';
import { type CatalogueId } from '#shared/portals/catalogue-ids.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';

/** One click to a page, in the profile of the customer it is for; why it cannot open stands beside it. */
export function OpenButton(props: {
  readonly api: TidegateApi;
  readonly context: PortalContext;
  readonly customer: Customer | undefined;
  readonly page: CatalogueId;
}) {
  const { api, customer, page, context } = props;
  const { t } = useText();
  const command = useCommand(api);
  const name = t(`page.${page}`);
  const address = customer && addressFor(catalogue[page], customer, context);
  const why = address === undefined || address.ok ? undefined : explain(t, address.error).message;
  return (
    <>
      <Button
        disabled={address?.ok !== true || command.busy}
        {...(customer !== undefined && { label: t('help.openFor', { page: name, customer: customer.name }) })}
        onClick={() => {
          if (customer !== undefined) void command.run({ kind: 'open', tenantId: customer.tenantId, page });
        }}
      >
        {name}
      </Button>
      {why !== undefined && <span class="field-help">{why}</span>}
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </>
  );
}
