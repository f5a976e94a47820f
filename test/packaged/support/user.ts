import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WorldTenant } from '../../world/tenants.ts';

/** What lies in the data folder of a user who has been through the first-run form with a list made by hand. */
export async function writeUserFiles(folder: string, customers: readonly WorldTenant[]): Promise<void> {
  await mkdir(join(folder, 'observations'), { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ setUp: true }, undefined, '\t'));
  await writeFile(join(folder, 'observations', 'list.json'), envelope(listOf(customers)));
}

export function listOf(customers: readonly WorldTenant[]) {
  return {
    source: 'list',
    at: '2026-01-05T08:00:00.000Z',
    customers: customers.map(({ tenantId, name, defaultDomain, domains }) => ({
      ...{ tenantId, name, defaultDomain, domains },
      access: 'list',
    })),
  };
}

export function envelope(data: unknown): string {
  return `${JSON.stringify({ version: 1, data })}\n`;
}
