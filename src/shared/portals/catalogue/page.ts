import type { PortalPage } from '../page.ts';

/** A page of the catalogue. Its id is its key; its name and words are the messages `page.<id>` and `.words`. */
export type Page = Omit<PortalPage, 'id' | 'name' | 'words'>;

/** Sources that several pages share: keys of their texts. */
export const sources = {
  mssp: 'portalSource.mssp',
  experts: 'portalSource.experts',
  tenantPulse: 'portalSource.tenantPulse',
  cmd: 'portalSource.cmd',
  cipp: 'portalSource.cipp',
  mto: 'portalSource.mto',
} as const;
