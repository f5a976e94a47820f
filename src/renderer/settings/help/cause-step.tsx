import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { Cause } from '#shared/access/causes.ts';
import type { PortalContext } from '#shared/portals/availability.ts';
import type { CatalogueId } from '#shared/portals/catalogue-ids.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { OpenButton } from './open-button.tsx';

/** The page on which a cause can be looked at or mended. */
const pages: Readonly<Partial<Record<Cause, CatalogueId>>> = {
  'access-ended': 'myAccess',
  'not-invited': 'myAccess',
  'not-listed': 'myAccess',
  'contract-only': 'partnerCenter',
  'no-security-role': 'partnerCenter',
  'other-account': 'defender',
  roles: 'permissions',
};

/** The page of the settings that mends a cause. */
const settings: Readonly<Partial<Record<Cause, Extract<SettingsPage, 'browsers'>>>> = {
  'no-browser': 'browsers',
  'browser-failed': 'browsers',
  'moved-profile': 'browsers',
  device: 'browsers',
};

/** The one click that a cause has, if it has one. */
export function CauseStep(props: {
  readonly api: TidegateApi;
  readonly cause: Cause;
  readonly customer: Customer;
  readonly context: PortalContext;
  readonly serving: AccountStatus | undefined;
  readonly waiting: boolean;
}) {
  const { api, cause, customer, context, serving, waiting } = props;
  const { t } = useText();
  const command = useCommand(api);
  const page = pages[cause];
  if (page !== undefined)
    return (
      <div class="buttons">
        <OpenButton key={customer.tenantId} api={api} context={context} customer={customer} page={page} />
      </div>
    );
  const section = settings[cause];
  if (section !== undefined)
    return (
      <div class="buttons">
        <Button onClick={() => location.assign(`#${section}`)}>{t(`settings.${section}.title`)}</Button>
      </div>
    );
  const asked = commandFor(cause, customer, serving);
  if (asked === undefined) return null;
  return (
    <div class="buttons">
      <Button disabled={waiting || command.busy} onClick={() => void command.run(asked)}>
        {t(asked.kind === 'stepUp' ? 'details.signIn' : 'help.signIn')}
      </Button>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </div>
  );
}

function commandFor(
  cause: Cause,
  { tenantId }: Customer,
  serving: AccountStatus | undefined,
): Extract<Command, { kind: 'stepUp' | 'signIn' }> | undefined {
  if (cause === 'interaction') return { kind: 'stepUp', tenantId };
  if (cause === 'nobody') return { kind: 'signIn' };
  if (cause !== 'signed-out') return undefined;
  return { kind: 'signIn', ...(serving !== undefined && { accountId: serving.id }) };
}
