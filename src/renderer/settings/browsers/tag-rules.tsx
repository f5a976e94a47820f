import { useState } from 'preact/hooks';
import { isolationLevels, type IsolationLevel, type TagRule } from '#shared/customer/isolation.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { useSetting } from '../../sections/use-setting.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';

/** Levels and browsers for customers with a tag; the first rule that fits decides. */
export function TagRules(props: SectionProps) {
  const { t } = useText();
  const setting = useSetting(props, 'tagRules');
  const { browsers } = props.state.status;
  const [tag, setTag] = useState('');
  const [level, setLevel] = useState<IsolationLevel | ''>('');
  const [browser, setBrowser] = useState('');
  const ready = tag.trim() !== '' && (level !== '' || browser !== '');
  const add = async (): Promise<void> => {
    const rule: TagRule = {
      tag: tag.trim(),
      ...(level !== '' && { isolation: level }),
      ...(browser !== '' && { browser }),
    };
    if (await setting.change([...setting.value, rule])) setTag('');
  };
  const words = ({ isolation, browser: id }: TagRule): string =>
    [
      isolation && t(`isolation.${isolation}`),
      id && (browsers.find((each) => each.id === id)?.name ?? t('setup.browser.notFound', { browser: id })),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <Section title={t('isolation.tags.title')} about={t('isolation.tags.about')}>
      {setting.value.length > 0 && (
        <ol class="own-list">
          {setting.value.map((rule, index) => (
            <li key={index} class="own-row">
              <span class="own-text">
                <span class="own-name">{rule.tag}</span>
                <span class="own-detail">{words(rule)}</span>
              </span>
              {!setting.locked && (
                <Button
                  look="quiet"
                  label={t('isolation.tags.removeOne', { tag: rule.tag })}
                  onClick={() => void setting.change(setting.value.filter((_, at) => at !== index))}
                >
                  {t('isolation.tags.remove')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      <Form submit={add} ready={ready && !setting.locked}>
        <div class="columns">
          <TextField label={t('isolation.tags.tag')} locked={setting.lock} value={tag} onInput={setTag} />
          <Field label={t('isolation.tags.level')} locked={setting.lock}>
            {(control) => (
              <select
                {...control}
                value={level}
                onChange={(event) => setLevel(event.currentTarget.value as IsolationLevel | '')}
              >
                <option value="">{t('isolation.tags.same')}</option>
                {isolationLevels.map((id) => (
                  <option key={id} value={id}>
                    {t(`isolation.${id}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t('isolation.tags.browser')} locked={setting.lock}>
            {(control) => (
              <select
                {...control}
                value={browser}
                onChange={(event) => setBrowser(event.currentTarget.value)}
              >
                <option value="">{t('isolation.tags.same')}</option>
                {browsers.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <div class="buttons">
          <SubmitButton>{t('isolation.tags.add')}</SubmitButton>
        </div>
      </Form>
      {setting.problem && <ProblemNotice problem={setting.problem} announce />}
    </Section>
  );
}
