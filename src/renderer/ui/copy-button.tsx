import type { TidegateApi } from '#shared/commands/channels.ts';
import type { HelpText } from '#shared/access/help-text.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { Button } from './button.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { useText } from './text.tsx';
import { useCommand } from './use-command.ts';

/** Copies a text of the help, and says so. */
export function CopyButton(props: {
  readonly api: TidegateApi;
  readonly what: HelpText;
  readonly tenantId?: TenantId | undefined;
  readonly disabled?: boolean;
  readonly children: string;
}) {
  const { api, tenantId, what } = props;
  const { t } = useText();
  const command = useCommand(api);
  return (
    <>
      <Button
        disabled={props.disabled ?? false}
        onClick={() =>
          void command.run({ kind: 'copyHelp', what, ...(tenantId !== undefined && { tenantId }) })
        }
      >
        {props.children}
      </Button>
      <span class="field-help" role="status">
        {command.done === undefined ? '' : t('help.copied')}
      </span>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
    </>
  );
}
