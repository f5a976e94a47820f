import type { SharedListOrigin } from '#shared/commands/command.ts';
import { EncodingChoice } from '../../sections/encoding-choice.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Locked } from '../../ui/locked.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useKept } from '../../ui/use-kept.ts';
import { HeldList } from './held-list.tsx';

/** Where the team's list is read from, how that went, and what of it waits for the user. Main asks for the place. */
export function SharedListCard(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'sharedList');
  const use = useCommand(props.api);
  const [address, setAddress] = useKept('draft.sharedList');
  const encoding = useSetting(props, 'sharedListEncoding');
  const { leftOut, sharedListTold, sync } = props.state.status;
  const isDoubtful =
    encoding.value !== null || sharedListTold.some(({ kind }) => kind === 'list-encoding-guessed');
  const state = sync.sources.find(({ source }) => source === 'shared-list');
  const choose = async (from: SharedListOrigin): Promise<void> => {
    // What was refused stays, to be mended.
    if ((await use.run({ kind: 'chooseSharedList', from })).ok && from.kind === 'address') setAddress('');
  };
  const title = t('settings.sharedList.title');
  const problem = use.problem ?? setting.problem;
  return (
    <section class="card" aria-label={title}>
      <form
        class="card-text card-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') void choose({ kind: 'address', address: address.trim() });
        }}
      >
        <h2 class="card-title">{title}</h2>
        <p class="field-help">{t('settings.sharedList.about')}</p>
        <p class="card-detail chosen-path" role="status">
          {setting.value === null
            ? t('settings.sharedList.none')
            : t('settings.sharedList.readFrom', { place: setting.value })}
        </p>
        <div class="buttons">
          <Button disabled={setting.locked} busy={use.busy} onClick={() => void choose({ kind: 'file' })}>
            {t('settings.sharedList.chooseFile')}
          </Button>
          {setting.value !== null && (
            <Button disabled={setting.locked} onClick={() => void setting.change(null)}>
              {t('settings.sharedList.stop')}
            </Button>
          )}
        </div>
        <Field label={t('settings.sharedList.address')}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              disabled={setting.locked}
              placeholder="https://lists.example/customers.csv"
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="buttons">
          <Button type="submit" disabled={setting.locked || address.trim() === ''} busy={use.busy}>
            {t('settings.sharedList.useAddress')}
          </Button>
        </div>
        {setting.locked && <Locked setting="sharedList" />}
        {state?.listed !== undefined && state.listed !== null && (
          <p class="card-detail">{t('common.customers', { count: state.listed })}</p>
        )}
        {problem && <ProblemNotice problem={problem} announce />}
        {state?.problem && <ProblemNotice problem={state.problem} />}
        {sharedListTold.map((each) => (
          <ProblemNotice key={each.kind} problem={each} tone="warning" />
        ))}
        {isDoubtful && (
          <EncodingChoice
            label={t('settings.sharedList.encoding')}
            found={t('settings.sharedList.found')}
            value={encoding.value}
            locked={encoding.lock}
            change={(value) => void encoding.change(value)}
          />
        )}
        {leftOut && <ProblemNotice problem={leftOut} tone="warning" />}
        <HeldList {...props} />
      </form>
    </section>
  );
}
