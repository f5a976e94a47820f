import { useId } from 'preact/hooks';
import { Locked, type Lock } from './locked.tsx';

/** Something that is on or off at once. `label` stands beside it, if there is room; `name` says to a screen reader what it is. */
export function Switch(props: {
  readonly label?: string;
  readonly name: string;
  readonly checked: boolean;
  readonly locked: Lock;
  /** Why it is locked stands elsewhere, once for many. */
  readonly lockTold?: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  const id = useId();
  const tells = props.lockTold !== true && props.locked;
  return (
    <div class="switch">
      <label>
        {props.label !== undefined && <span aria-hidden="true">{props.label}</span>}
        <input
          type="checkbox"
          role="switch"
          aria-label={props.name}
          checked={props.checked}
          disabled={props.locked !== false}
          aria-describedby={tells === false ? undefined : id}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      </label>
      {tells !== false && <Locked id={id} setting={tells} />}
    </div>
  );
}
