import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useText } from './text.tsx';

/** What a Field hands to its control, so that label, help, error and lock belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly disabled: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

/** A labelled control with help, an error, and a note when an administrator has locked it. */
export function Field(props: {
  readonly label: string;
  readonly help?: ComponentChildren;
  readonly error?: string | undefined;
  readonly locked?: boolean;
  readonly children: (control: ControlProps) => ComponentChildren;
}) {
  const { t } = useText();
  const id = useId();
  const notes = [
    { id: `${id}-error`, class: 'field-error', content: props.error, role: 'alert' as const },
    { id: `${id}-help`, class: 'field-help', content: props.help },
    { id: `${id}-locked`, class: 'field-help', content: props.locked ? t('setup.locked') : undefined },
  ].filter(({ content }) => content !== undefined);
  const describedBy = notes.map((note) => note.id).join(' ');
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children({
        id,
        disabled: props.locked ?? false,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': props.error === undefined ? undefined : true,
      })}
      {notes.map((note) => (
        <p key={note.id} id={note.id} class={note.class} role={note.role}>
          {note.content}
        </p>
      ))}
    </div>
  );
}
