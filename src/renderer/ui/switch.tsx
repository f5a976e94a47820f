import { useId } from 'preact/hooks';
import { Locked } from './locked.tsx';

/** Something that is on or off at once. `label` stands beside it; `name` says to a screen reader what it is. */
export function Switch(props: {
  readonly label: string;
  readonly name: string;
  readonly checked: boolean;
  readonly locked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div class="switch">
      <label>
        <span aria-hidden="true">{props.label}</span>
        <input
          type="checkbox"
          role="switch"
          aria-label={props.name}
          checked={props.checked}
          disabled={props.locked}
          aria-describedby={props.locked ? id : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      </label>
      {props.locked && <Locked id={id} />}
    </div>
  );
}
