import { Menu } from 'electron';
import type { Platform } from '#shared/platform.ts';

/** SECURITY: no default menu, whose shortcuts reload pages and open developer tools. macOS takes copy and paste in our forms from the menu; elsewhere a window has them without one. */
const menus: Readonly<Partial<Record<Platform, () => Menu>>> = {
  darwin: () => Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]),
};

export function applicationMenu(platform: Platform): Menu | null {
  return menus[platform]?.() ?? null;
}
