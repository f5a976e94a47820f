import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Locked, type Lock } from './locked.tsx';

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
  readonly locked?: Lock;
  readonly children: (control: ControlProps) => ComponentChildren;
}) {
  const id = useId();
  const { error, help, locked = false } = props;
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
