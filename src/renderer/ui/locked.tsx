import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Platform } from '#shared/platform.ts';
import { policyPlaces } from '#shared/settings/policy-place.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { Icon } from './icon.tsx';
import { useText } from './text.tsx';

/** The setting that an administrator's policy holds, or that none does. */
export type Lock = keyof Settings | false;

/** The first of these settings that is locked. */
export function lockOf(
  { locked }: { readonly locked: readonly (keyof Settings)[] },
  ...names: readonly (keyof Settings)[]
): Lock {
  return names.find((name) => locked.includes(name)) ?? false;
}

/** The system that Tidegate runs on, for what tells where its policies stand. */
export const PlatformContext = createContext<Platform>('linux');

/** Says of a setting that an administrator's policy holds it, and where that policy says so. */
export function Locked(props: { readonly id?: string; readonly setting: keyof Settings }) {
  const { t } = useText();
  const platform = useContext(PlatformContext);
  return (
    <p id={props.id} class="field-help locked">
      <Icon name="lock" />
      <span>{t('setup.lockedBy', { setting: props.setting, place: policyPlaces[platform] })}</span>
    </p>
  );
}
