import { useState } from 'preact/hooks';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';

/** Where the team's hunts are read from, how that went, and which there are. */
export function TeamHuntsForm(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'huntList');
  const [draft, setDraft] = useState<string | null>(null);
  const place = draft ?? setting.value ?? '';
  const { teamHunts, teamHuntsProblem } = props.state.status;
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    // What was refused stays, to be mended.
    if (await setting.change(place.trim() === '' ? null : place.trim())) setDraft(null);
  };
  return (
    <form class="part" noValidate onSubmit={(event) => void save(event)}>
      <Field
        label={t('settings.teamHunts.place')}
        help={t('settings.teamHunts.about')}
        locked={setting.locked}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            spellcheck={false}
            value={place}
            onInput={(event) => setDraft(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="buttons">
        <Button type="submit" disabled={setting.locked || draft === null}>
          {t('settings.teamHunts.use')}
        </Button>
      </div>
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
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
  );
}
