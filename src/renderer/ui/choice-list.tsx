import { useId } from 'preact/hooks';

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** What choosing it means, in a sentence or two. */
  readonly about: string;
  readonly disabled?: boolean;
  /** A word that sets this choice off, such as "Recommended". */
  readonly badge?: string;
}

/** One of a few, each with what it means. */
export function ChoiceList<Id extends string>(props: {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | null;
  readonly disabled: boolean;
  readonly onChoose: (id: Id) => void;
}) {
  const group = useId();
  return (
    <fieldset class="choices">
      <legend class="unseen">{props.label}</legend>
      {props.choices.map(({ id, label, about, badge, disabled }) => (
        <div key={id} class="choice">
          <input
            type="radio"
            id={`${group}-${id}`}
            name={group}
            checked={props.value === id}
            disabled={props.disabled || disabled === true}
            aria-describedby={`${group}-${id}-about`}
            onChange={() => props.onChoose(id)}
          />
          <label for={`${group}-${id}`}>
            {label}
            {badge !== undefined && <span class="choice-badge">{badge}</span>}
          </label>
          <p id={`${group}-${id}-about`} class="field-help">
            {about}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
