import type { Settings } from '#shared/settings/settings.ts';
import type { Hotkey } from './hotkey.ts';

/** The settings that hold a hotkey. */
export const hotkeySettings = ['hotkey', 'clipboardHotkey'] as const satisfies readonly (keyof Settings)[];
export type HotkeySetting = (typeof hotkeySettings)[number];

/** Every hotkey by its setting. */
export type Hotkeys = Readonly<Record<HotkeySetting, Hotkey>>;
