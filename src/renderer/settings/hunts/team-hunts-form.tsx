import type { SharedListOrigin } from '#shared/commands/command.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Locked } from '../../ui/locked.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { useCommand } from '../../ui/use-command.ts';
import { useKept } from '../../ui/use-kept.ts';

/** Where the team's hunts are read from, how that went, and which there are. Main asks for the place. */
export function TeamHuntsForm(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'huntList');
  const use = useCommand(props.api);
  const [address, setAddress] = useKept('draft.huntList');
  const { teamHunts, teamHuntsProblem } = props.state.status;
  const choose = async (from: SharedListOrigin): Promise<void> => {
    const chosen = await use.run({ kind: 'chooseSharedList', of: 'hunts', from });
    // What was refused stays, to be mended.
    if (chosen.ok && from.kind === 'address') setAddress('');
  };
  const problem = use.problem ?? setting.problem;
  return (
    <Section title={t('settings.teamHunts.title')} about={t('settings.teamHunts.about')}>
      <form
        class="part"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (address.trim() !== '') void choose({ kind: 'address', address: address.trim() });
        }}
      >
        <p class="chosen-path" role="status">
          {setting.value === null
            ? t('settings.teamHunts.none')
            : t('settings.teamHunts.readFrom', { place: setting.value })}
        </p>
        <div class="buttons">
          <Button disabled={setting.locked} busy={use.busy} onClick={() => void choose({ kind: 'file' })}>
            {t('settings.teamHunts.chooseFile')}
          </Button>
          {setting.value !== null && (
            <Button disabled={setting.locked} onClick={() => void setting.change(null)}>
              {t('settings.teamHunts.stop')}
            </Button>
          )}
        </div>
        <Field label={t('settings.teamHunts.address')}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="url"
              autocomplete="off"
              spellcheck={false}
              disabled={setting.locked}
              placeholder="https://lists.example/hunts.json"
              value={address}
              onInput={(event) => setAddress(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="buttons">
          <Button type="submit" disabled={setting.locked || address.trim() === ''} busy={use.busy}>
            {t('settings.teamHunts.useAddress')}
          </Button>
        </div>
        {setting.locked && <Locked setting="huntList" />}
        {problem && <ProblemNotice problem={problem} announce />}
        {teamHuntsProblem && <ProblemNotice problem={teamHuntsProblem} tone="warning" />}
        {teamHunts.length > 0 && (
          <ul class="own-list" aria-label={t('settings.teamHunts.list')}>
            {teamHunts.map(({ name, query }) => (
              <li key={name} class="own-row">
                <span class="own-text">
                  <span class="own-name">{name}</span>
                  <span class="own-detail">{query}</span>
                </span>
              </li>
            ))}
          </ul>
        )}
      </form>
    </Section>
  );
}
