import { useEffect, useRef, useState } from 'preact/hooks';
import { huntLimits, type Hunt } from '#shared/hunts/hunt.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import type { Lock } from '../../ui/locked.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';

/** The user's own hunts: named queries, added, changed and removed. Main says what is wrong with one. */
export function HuntsSection(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'hunts');
  const [editing, setEditing] = useState<string | null>(null);
  const edited = setting.value.find(({ name }) => name === editing);
  const save = async (hunt: Hunt): Promise<boolean> => {
    const hunts = edited
      ? setting.value.map((each) => (each === edited ? hunt : each))
      : [...setting.value, hunt];
    const saved = await setting.change(hunts);
    if (saved) setEditing(null);
    return saved;
  };
  return (
    <Section title={t('settings.hunts.title')} about={t('settings.hunts.about')}>
      {setting.value.length > 0 && (
        <ul class="own-list">
          {setting.value.map(({ name, query }) => (
            <li key={name} class="own-row">
              <span class="own-text">
                <span class="own-name">{name}</span>
                <span class="own-detail">{query}</span>
              </span>
              {!setting.locked && (
                <>
                  <Button
                    look="quiet"
                    label={t('settings.hunts.editOne', { name })}
                    onClick={() => setEditing(name)}
                  >
                    {t('settings.hunts.edit')}
                  </Button>
                  <Button
                    look="quiet"
                    label={t('settings.hunts.removeOne', { name })}
                    onClick={() => void setting.change(setting.value.filter((each) => each.name !== name))}
                  >
                    {t('settings.hunts.remove')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <HuntForm
        key={edited?.name ?? ''}
        edited={edited}
        locked={setting.lock}
        onSave={save}
        onCancel={() => setEditing(null)}
      />
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </Section>
  );
}

function HuntForm(props: {
  readonly edited: Hunt | undefined;
  readonly locked: Lock;
  readonly onSave: (hunt: Hunt) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const { edited, locked } = props;
  const { t } = useText();
  const [name, setName] = useState(edited?.name ?? '');
  const [query, setQuery] = useState(edited?.query ?? '');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const isReady = name.trim() !== '' && query.trim() !== '';
  useEffect(() => {
    if (edited !== undefined) field.current?.focus();
  }, [edited?.name]);
  const submit = async (): Promise<void> => {
    setTried(true);
    // What was refused stays, to be mended.
    if (!isReady || !(await props.onSave({ name: name.trim(), query }))) return;
    setName('');
    setQuery('');
    setTried(false);
  };
  return (
    <Form submit={submit} ready={locked === false}>
      <TextField
        label={t('settings.hunts.name')}
        error={tried && !isReady ? t('settings.hunts.missing') : undefined}
        locked={locked}
        value={name}
        onInput={setName}
        input={{ ref: field, maxLength: huntLimits.name }}
      />
      <Field label={t('settings.hunts.query')} locked={locked}>
        {(control) => (
          <textarea
            {...control}
            class="code"
            rows={6}
            maxLength={huntLimits.query}
            spellcheck={false}
            value={query}
            onInput={(event) => setQuery(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="buttons">
        <SubmitButton>
          {t(edited === undefined ? 'settings.hunts.add' : 'settings.hunts.change')}
        </SubmitButton>
        {edited !== undefined && <Button onClick={props.onCancel}>{t('settings.hunts.cancel')}</Button>}
      </div>
    </Form>
  );
}
