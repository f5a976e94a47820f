import type { TenantId } from '../tenant/tenant-id.ts';

/** A made-up customer to try Tidegate with. */
export interface SampleCustomer {
  readonly tenantId: TenantId;
  readonly name: string;
  /** Below `.example`, which nobody can own (RFC 2606). */
  readonly domain: string;
}

/** Entra gives out random GUIDs: none begins with all these zeros. */
const samplePrefix = '00000000-0000-4000-a000-';

const firstWords =
  'Alder Amber Beacon Birch Blue Bramble Cedar Copper Coral Crescent Delta Ember Falcon Fern Garnet Granite Harbor Hazel Heron Indigo Ivory Juniper Kestrel Lantern Laurel Linden Maple Meadow Mistral Nimbus Northern Oak Ochre Onyx Opal Orchid Osprey Pebble Pine Quartz Raven River Saffron Sage Silver Spruce Summit Thistle Topaz Willow'.split(
    ' ',
  );
const lastWords = ['Clinics', 'Logistics', 'Insurance', 'Foods', 'Engineering'];

/** SECURITY: no tenant has such an ID, so that nothing is opened, signed in to or asked there. */
export function isSample(tenantId: string): boolean {
  return tenantId.startsWith(samplePrefix);
}

/** 250 customers, always the same. */
export function sampleCustomers(): readonly SampleCustomer[] {
  return firstWords.flatMap((first, row) =>
    lastWords.map((last, column) => ({
      tenantId: `${samplePrefix}${String(row * lastWords.length + column + 1).padStart(12, '0')}` as TenantId,
      name: `${first} ${last}`,
      domain: `${first}-${last}.example`.toLowerCase(),
    })),
  );
}
