import type { PortalId } from './hosts.ts';

/** What people call a portal besides the name that stands before the colon of its pages. Folded, without spaces. */
const names: Readonly<Partial<Record<PortalId, readonly string[]>>> = {
  defender: ['defender', 'xdr', 'mde', 'm365d', 'security', 'securite', 'siem'],
  multitenant: ['mto', 'unified', 'unifie', 'unifiee', 'multitenant', 'multilocataire', 'vueunifiee'],
  purview: ['purview', 'compliance', 'conformite'],
  entra: ['entra', 'entraid', 'aad', 'ad', 'azuread'],
  azure: ['azure'],
  intune: ['intune', 'mem', 'mdm', 'endpointmanager'],
  exchange: ['exchange', 'exo', 'eac', 'exchangeonline'],
  partner: ['partner', 'partnercenter', 'partenaires', 'espacepartenaires'],
};

/** Folded names of a portal, without spaces. */
export function portalNames(portal: PortalId): readonly string[] {
  return names[portal] ?? [];
}
