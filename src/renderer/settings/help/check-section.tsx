import { mostChecked } from '#shared/status/access-check.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { CheckRow } from './check-row.tsx';
import { CustomerChooser } from './customer-chooser.tsx';
import type { HelpProps } from './help-props.ts';

/** Asks the tenants of the customers that were chosen, and no others, whether they let their account in. */
export function CheckSection(
  props: HelpProps & {
    readonly index: SearchIndex;
    /** Who is to be checked beside the customer that the help is about. */
    readonly added: readonly TenantId[];
    readonly onAdded: (added: readonly TenantId[]) => void;
  },
) {
  const { added, api, customer, index, onAdded, state } = props;
  const { t } = useText();
  const command = useCommand(api);
  const { checked, checking } = state.status.access;
  const chosen = [...new Set([...(customer ? [customer.tenantId] : []), ...added])].filter((id) =>
    state.customers.has(id),
  );
  const wanted = chosen.slice(0, mostChecked);
  const full = wanted.length >= mostChecked;
  const shown = [...new Set([...wanted, ...checking, ...checked.toReversed().map((each) => each.tenantId)])];
  const left = checking.length;
  return (
    <Section place="help-check" title={t('help.check.title')} about={t('help.check.about')}>
      {full ? (
        <p class="none">
          {chosen.length > mostChecked
            ? t('help.check.overfull', { most: mostChecked, chosen: chosen.length })
            : t('help.check.full', { most: mostChecked })}
        </p>
      ) : (
        <CustomerChooser
          label={t('help.check.add')}
          index={index}
          usage={state.usage}
          chosen={wanted}
          onChoose={(id) => onAdded([...added, id])}
        />
      )}
      <div class="buttons">
        <Button
          look="primary"
          disabled={wanted.length === 0 || left > 0}
          onClick={() => void command.run({ kind: 'checkAccess', tenantIds: wanted })}
        >
          {t('help.check.start', { count: wanted.length })}
        </Button>
        {left > 0 && (
          <Button onClick={() => void api.run({ kind: 'cancelCheckAccess' })}>
            {t('help.check.cancel')}
          </Button>
        )}
      </div>
      <p class="field-help" role="status">
        {left > 0 ? t('help.check.left', { count: left }) : ''}
      </p>
      {command.problem && <ProblemNotice problem={command.problem} announce />}
      <ul class="own-list" aria-label={t('help.check.results')}>
        {shown.flatMap((id) => {
          const each = state.customers.get(id);
          return each === undefined ? (
            []
          ) : (
            <CheckRow
              key={id}
              api={api}
              customer={each}
              check={checked.find(({ tenantId }) => tenantId === id)}
              checking={checking.includes(id)}
              signingIn={state.status.signIn === 'waiting'}
              {...(added.includes(id) && {
                onRemove: () => onAdded(added.filter((other) => other !== id)),
              })}
            />
          );
        })}
      </ul>
    </Section>
  );
}
