import { longestTemplate } from '#shared/commands/copied-text.ts';
import { ok } from '#shared/problems/result.ts';
import { useDraft } from '../../sections/use-draft.ts';
import type { SectionProps } from '../../sections/section-props.ts';
import { Field } from '../../ui/field.tsx';
import { useText } from '../../ui/text.tsx';

/** What is copied for a ticket. Emptied, it is the usual text again. */
export function TicketTemplate(props: SectionProps) {
  const { t } = useText();
  const usual = t('ticket.template');
  const draft = useDraft(props, 'ticketTemplate', {
    show: (template) => template ?? usual,
    read: (text) => ok(text.trim() === '' || text === usual ? null : text),
  });
  const { value, onInput, onChange } = draft.input;
  return (
    <Field
      label={t('settings.ticketTemplate')}
      help={t('settings.ticketTemplate.help')}
      problem={draft.problem}
      locked={draft.lock}
    >
      {(control) => (
        <textarea
          {...control}
          rows={4}
          maxLength={longestTemplate}
          spellcheck={false}
          value={value}
          onInput={onInput}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
