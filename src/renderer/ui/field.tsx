import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { explain } from '#shared/locales/messages.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { Locked, type Lock } from './locked.tsx';
import { useText } from './text.tsx';

/** What a Field hands to its control, so that label, help, error and lock belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly disabled: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}

export interface FieldProps {
  readonly label: string;
  readonly help?: ComponentChildren;
  /** What is wrong with what stands in it, in words of the form's own. */
  readonly error?: string | undefined;
  /** What is wrong, as main or a parser says it. */
  readonly problem?: Problem | undefined;
  readonly locked?: Lock;
  readonly children: (control: ControlProps) => ComponentChildren;
}

/** A labelled control with help, an error, and a note when an administrator has locked it. */
export function Field(props: FieldProps) {
  const { t } = useText();
  const id = useId();
  const { help, locked = false, problem } = props;
  const told = problem && explain(t, problem);
  const error = props.error ?? (told && `${told.message} ${told.next}`);
  const notes = { error: error !== undefined, help: help !== undefined, locked: locked !== false };
  const describedBy = Object.entries(notes)
    .filter(([, shown]) => shown)
    .map(([name]) => `${id}-${name}`)
    .join(' ');
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.children({
        id,
        disabled: notes.locked,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {describedBy !== '' && (
        <div class="field-notes">
          {notes.error && (
            <p id={`${id}-error`} class="field-error" role="alert">
              {error}
            </p>
          )}
          {notes.help && (
            <p id={`${id}-help`} class="field-help">
              {help}
            </p>
          )}
          {locked !== false && <Locked id={`${id}-locked`} setting={locked} />}
        </div>
      )}
    </div>
  );
}
