import { Field } from '../../ui/field.tsx';
import { useText } from '../../ui/text.tsx';

/** The hosts of a customer's links that have to be trusted before the links open: each by its name, as for own pages. */
export function HostsToConfirm(props: {
  readonly hosts: readonly string[];
  readonly trusted: readonly string[];
  readonly locked: boolean;
  readonly onTrust: (hosts: readonly string[]) => void;
}) {
  const { hosts, locked, onTrust, trusted } = props;
  const { t } = useText();
  return hosts.map((host) => (
    <Field
      key={host}
      label={t('settings.portals.add.newHost')}
      help={t('details.newHostHelp')}
      locked={locked}
    >
      {(control) => (
        <label class="check" for={control.id}>
          <input
            {...control}
            type="checkbox"
            checked={trusted.includes(host)}
            onChange={(event) => {
              const others = trusted.filter((each) => each !== host);
              onTrust(event.currentTarget.checked ? [...others, host] : others);
            }}
          />
          {t('settings.portals.add.confirm', { host })}
        </label>
      )}
    </Field>
  ));
}
