import type { Settings } from '../../shared/settings.ts';
import { salvageSettings, settingNames } from './setting-schemas.ts';
import type { Policy } from './settings-service.ts';

/** A policy of what it locks and what it only recommends; what is no setting, or none of its values, is left out. */
export function policyOf(locks: unknown, recommended: unknown): Policy {
  return { defaults: salvageSettings(recommended), locks: salvageSettings(locks) };
}

/**
 * The settings among the values of a registry key, which knows texts and numbers only: yes and no are 1 and 0, and what
 * is neither text nor number (a list, nothing) is written as JSON. Names are those of the settings, in any case.
 */
export function settingsInKey(values: Readonly<Record<string, string | number>>): Partial<Settings> {
  const settings: Record<string, unknown> = {};
  for (const [written, value] of Object.entries(values)) {
    const name = settingNames.find((each) => each.toLowerCase() === written.toLowerCase());
    if (name === undefined) continue;
    // The first reading that the setting can hold.
    const fits = readingsOf(value).find((reading) =>
      Object.hasOwn(salvageSettings({ [name]: reading }), name),
    );
    if (fits !== undefined) settings[name] = fits;
  }
  return salvageSettings(settings);
}

function readingsOf(value: string | number): readonly unknown[] {
  if (typeof value === 'number') return value === 0 || value === 1 ? [value, value === 1] : [value];
  try {
    return [JSON.parse(value), value];
  } catch {
    return [value];
  }
}
