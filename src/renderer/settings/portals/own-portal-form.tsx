import { useEffect, useRef } from 'preact/hooks';
import { explain } from '#shared/locales/messages.ts';
import { longestPortalName, longestPortalUrl, type OwnPortal } from '#shared/portals/own-portal.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useText } from '../../ui/text.tsx';
import { usePortalDraft, type PortalDraft } from './use-portal-draft.ts';

/** Adds a page of the user's own, or changes one. Main asks about a host that is new. */
export function OwnPortalForm(
  props: SectionProps & { readonly editing: OwnPortal | null; readonly ended: () => void },
) {
  const { editing, ended } = props;
  const { t } = useText();
  const draft = usePortalDraft(props, editing, ended);
  const name = useRef<HTMLInputElement>(null);
  // The page to be changed may stand far below.
  useEffect(() => {
    if (editing !== null) name.current?.focus();
  }, [editing]);
  const doing = editing === null ? 'add' : 'change';
  return (
    <Section title={t(`settings.portals.${doing}.title`)} about={t('settings.portals.add.about')}>
      <form
        class="part"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void draft.submit();
        }}
      >
        <Field
          label={t('settings.portals.add.name')}
          error={draft.nameMissing ? t('settings.portals.add.nameMissing') : undefined}
          locked={draft.lock}
        >
          {(control) => (
            <input
              {...control}
              ref={name}
              type="text"
              maxLength={longestPortalName}
              value={draft.name}
              onInput={(event) => draft.setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <AddressField draft={draft} />
        {draft.newHost !== undefined && (
          <p class="field-help">{t('settings.portals.add.asksHost', { host: draft.newHost })}</p>
        )}
        {draft.problem && <ProblemNotice problem={draft.problem} announce />}
        <div class="buttons">
          <Button look="primary" type="submit" disabled={draft.locked || draft.busy}>
            {t(`settings.portals.${doing}.submit`)}
          </Button>
          {editing !== null && <Button onClick={ended}>{t('settings.portals.change.cancel')}</Button>}
        </div>
      </form>
    </Section>
  );
}

function AddressField({ draft }: { readonly draft: PortalDraft }) {
  const { t } = useText();
  const words = draft.badUrl && explain(t, draft.badUrl);
  return (
    <Field
      label={t('settings.portals.add.url')}
      help={t('settings.portals.add.urlHelp')}
      error={words && `${words.message} ${words.next}`}
      locked={draft.lock}
    >
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="url"
          spellcheck={false}
          maxLength={longestPortalUrl}
          placeholder="https://wiki.example/customers/{tenantId}"
          value={draft.url}
          onInput={(event) => draft.setUrl(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
