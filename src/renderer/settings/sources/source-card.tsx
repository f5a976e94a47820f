import { accountSourceIds, type AccountSourceId } from '#shared/customer/customer.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { SourceRow } from './source-row.tsx';

/** One source: on or off, and how it stands for each account. */
export function SourceCard(props: SectionProps & { readonly source: AccountSourceId }) {
  const { api, source } = props;
  const { accounts, settings, sync } = props.state.status;
  const { t } = useText();
  const setting = useSetting(props, 'sources');
  const command = useCommand(api);
  const on = setting.value.includes(source);
  const title = t(`source.${source}`);
  const rows = sync.sources.filter((status) => status.source === source);
  const turn = (wanted: boolean): void => {
    const next = accountSourceIds.filter((id) => (id === source ? wanted : setting.value.includes(id)));
    void setting.change(next);
  };
  const trouble = setting.problem ?? (sync.problem === null ? command.problem : undefined);
  return (
    <section class="card" aria-label={title}>
      <div class="card-text">
        <h2 class="card-title">{title}</h2>
        <p class="card-detail">{t(`settings.sources.${source}`)}</p>
      </div>
      <Switch
        label={t(on ? 'common.on' : 'common.off')}
        name={title}
        checked={on}
        locked={setting.lock}
        onChange={turn}
      />
      {rows.length > 0 && (
        <ul class="card-rows">
          {rows.map((status) => (
            <SourceRow
              key={status.accountId ?? ''}
              api={api}
              status={status}
              syncMinutes={settings.syncMinutes}
              title={title}
            />
          ))}
        </ul>
      )}
      {trouble && <ProblemNotice problem={trouble} announce />}
      {on && accounts.length > 0 && (
        <div class="card-actions buttons">
          <Button
            label={t('settings.sources.syncOne', { source: title })}
            disabled={sync.running}
            onClick={() => void command.run({ kind: 'sync', source })}
          >
            {t('settings.sources.syncThis')}
          </Button>
        </div>
      )}
    </section>
  );
}
