import type { Destination } from '../destination.ts';

/** A page of the catalogue. Its id is its key; its name and words are the messages `destination.<id>` and `.words`. */
export type Page = Omit<Destination, 'id' | 'name' | 'words'>;

/** Sources that several pages share. */
export const sources = {
  mssp: 'Microsoft: “Access the Microsoft Defender MSSP customer portal” and “mto-requirements”',
  experts: 'Microsoft: Defender Experts notifications link to this page with a tid',
  tenantPulse: 'TenantPulse browser extension',
  cmd: 'Microsoft and cmd.ms have the page; nobody found says that it keeps the tid',
  cipp: 'CIPP’s list of portals',
  mto: 'Microsoft: “Microsoft Defender multitenant management”',
} as const;
