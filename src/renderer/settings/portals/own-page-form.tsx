import { useEffect, useRef } from 'preact/hooks';
import { longestPageName, longestPageUrl, type OwnPage } from '#shared/portals/own-page.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useText } from '../../ui/text.tsx';
import { usePageDraft } from './use-page-draft.ts';

/** Adds a page of the user's own, or changes one. Main asks about a host that is new. */
export function OwnPageForm(
  props: SectionProps & { readonly editing: OwnPage | null; readonly ended: () => void },
) {
  const { editing, ended } = props;
  const { t } = useText();
  const draft = usePageDraft(props, editing, ended);
  const name = useRef<HTMLInputElement>(null);
  // The page to be changed may stand far below.
  useEffect(() => {
    if (editing !== null) name.current?.focus();
  }, [editing]);
  const doing = editing === null ? 'add' : 'change';
  return (
    <Section title={t(`settings.portals.${doing}.title`)} about={t('settings.portals.add.about')}>
      <Form submit={draft.submit} ready={!draft.locked} busy={draft.busy}>
        <TextField
          label={t('settings.portals.add.name')}
          error={draft.nameMissing ? t('settings.portals.add.nameMissing') : undefined}
          locked={draft.lock}
          value={draft.name}
          onInput={draft.setName}
          input={{ ref: name, maxLength: longestPageName }}
        />
        <TextField
          label={t('settings.portals.add.url')}
          help={t('settings.portals.add.urlHelp')}
          problem={draft.badUrl}
          locked={draft.lock}
          value={draft.url}
          onInput={draft.setUrl}
          input={{
            inputMode: 'url',
            maxLength: longestPageUrl,
            placeholder: 'https://wiki.example/customers/{tenantId}',
          }}
        />
        {draft.newHost !== undefined && (
          <p class="field-help">{t('settings.portals.add.asksHost', { host: draft.newHost })}</p>
        )}
        {draft.problem && <ProblemNotice problem={draft.problem} announce />}
        <div class="buttons">
          <SubmitButton look="primary">{t(`settings.portals.${doing}.submit`)}</SubmitButton>
          {editing !== null && <Button onClick={ended}>{t('settings.portals.change.cancel')}</Button>}
        </div>
      </Form>
    </Section>
  );
}
