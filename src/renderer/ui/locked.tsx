import { Icon } from './icon.tsx';
import { useText } from './text.tsx';

/** Says of a setting that an administrator's policy holds it. */
export function Locked(props: { readonly id?: string }) {
  const { t } = useText();
  return (
    <p id={props.id} class="field-help locked">
      <Icon name="lock" />
      {t('setup.locked')}
    </p>
  );
}
