import { useState } from 'preact/hooks';
import { EncodingChoice } from '../../sections/encoding-choice.tsx';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useText } from '../../ui/text.tsx';
import { HeldList } from './held-list.tsx';

/** Where the team's list is read from, how that went, and what of it waits for the user. */
export function SharedListCard(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'sharedList');
  const [draft, setDraft] = useState<string | null>(null);
  const place = draft ?? setting.value ?? '';
  const encoding = useSetting(props, 'sharedListEncoding');
  const { leftOut, sharedListTold, sync } = props.state.status;
  const isDoubtful =
    encoding.value !== null || sharedListTold.some(({ kind }) => kind === 'list-encoding-guessed');
  const state = sync.sources.find(({ source }) => source === 'shared-list');
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    // What was refused stays, to be mended.
    if (await setting.change(place.trim() === '' ? null : place.trim())) setDraft(null);
  };
  const title = t('settings.sharedList.title');
  return (
    <section class="card" aria-label={title}>
      <form class="card-text card-form" noValidate onSubmit={(event) => void save(event)}>
        <h2 class="card-title">{title}</h2>
        <Field label={t('settings.sharedList.place')} help={t('settings.sharedList.about')}>
          {(control) => (
            <input
              {...control}
              type="text"
              spellcheck={false}
              disabled={setting.locked}
              value={place}
              onInput={(event) => setDraft(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="buttons">
          <Button type="submit" disabled={setting.locked || draft === null}>
            {t('settings.sharedList.use')}
          </Button>
        </div>
        {state?.listed !== undefined && state.listed !== null && (
          <p class="card-detail">{t('common.customers', { count: state.listed })}</p>
        )}
        {setting.problem && <ProblemNotice problem={setting.problem} announce />}
        {state?.problem && <ProblemNotice problem={state.problem} />}
        {sharedListTold.map((each) => (
          <ProblemNotice key={each.kind} problem={each} tone="warning" />
        ))}
        {isDoubtful && (
          <EncodingChoice
            label={t('settings.sharedList.encoding')}
            found={t('settings.sharedList.found')}
            value={encoding.value}
            locked={encoding.locked}
            change={(value) => void encoding.change(value)}
          />
        )}
        {leftOut && <ProblemNotice problem={leftOut} tone="warning" />}
        <HeldList {...props} />
      </form>
    </section>
  );
}
