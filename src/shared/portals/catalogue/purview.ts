import { byTid } from './address.ts';
import { sources, type Page } from './page.ts';

/** A page of Purview: `tid` belongs to the portal as a whole, as in Defender. */
function page(path: string): Page {
  return { ...byTid('purview', sources.cmd), path, standing: 'inferred' };
}

export const purviewPages = {
  purview: byTid('purview', 'portalSource.tid'),
  purviewAudit: page('/audit/auditsearch'),
  ediscovery: page('/ediscovery/advancedediscovery'),
  contentSearch: page('/ediscovery/contentsearchv2'),
  dlp: page('/datalossprevention'),
  insiderRisk: page('/insiderriskmgmt'),
  activityExplorer: page('/informationprotection/dataclassification/activityexplorer'),
  purviewPermissions: page('/settings/purviewpermissions'),
} as const satisfies Readonly<Record<string, Page>>;
