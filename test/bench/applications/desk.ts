import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Observation } from '#shared/customer/customer.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { palette } from '#shared/customer/colour.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { prepareDesktop, type Desktop } from '../../world/desktop.ts';
import type { WorldTenant } from '../../world/tenants.ts';
import type { World } from '../../world/world.ts';
import type { Strip } from '../x11/screen.ts';

/** Tidegate's first hotkey. */
export const hotkey = ['Control', 'Shift', ' '] as const;

/**
 * Where the finder is on the bench's screen (1600 x 900, tools/lib/display.mjs): a strip from its input to its last
 * row, which holds part of each customer's coloured tile and the first letter of each text.
 */
export const finderStrip: Strip = { x: 496, y: 180, width: 28, height: 440 };

/** A browser that ends well at once, as one does that hands over to a running process. */
export const noBrowser = '/bin/true';

/** A home with customers in Tidegate's data, as a start would have left it. */
export async function prepareDesk(
  world: World,
  home: string,
  customers: readonly WorldTenant[],
  settings: Partial<Settings> = {},
): Promise<Desktop> {
  await mkdir(home, { recursive: true });
  const desktop = await prepareDesktop({ home, world, chromium: noBrowser });
  const data = join(home, '.config', 'Tidegate');
  await mkdir(join(data, 'observations'), { recursive: true });
  await writeFile(join(data, 'settings.json'), JSON.stringify({ setUp: true, ...settings }));
  if (customers.length === 0) return desktop;
  const observation: Observation = {
    source: 'list',
    at: '2026-01-01T00:00:00.000Z',
    customers: customers.map(({ tenantId, name, defaultDomain, domains }) => ({
      tenantId: tenantId as TenantId,
      name,
      defaultDomain,
      domains,
      access: 'list',
    })),
  };
  await writeFile(join(data, 'observations', 'list.json'), JSON.stringify({ version: 1, data: observation }));
  return desktop;
}

const paletteColours: ReadonlySet<number> = new Set(palette.map((hex) => Number.parseInt(hex.slice(1), 16)));

/** Whether the strip shows a list of customers: the tiles of several, each in a colour of its own. */
export function showsCustomers(pixels: Buffer): boolean {
  const seen = new Set<number>();
  let last = -1;
  // Each colour once while it goes on: whoever looks on must not take the processor from what is measured.
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = (pixels[at] ?? 0) | ((pixels[at + 1] ?? 0) << 8) | ((pixels[at + 2] ?? 0) << 16);
    if (colour === last) continue;
    last = colour;
    if (paletteColours.has(colour) && seen.add(colour).size >= 4) return true;
  }
  return false;
}
