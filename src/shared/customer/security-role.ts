/**
 * The Entra roles that open the Defender portal, by their template ids, the widest first. Which open it: Microsoft's
 * "Manage access to Microsoft Defender XDR with Microsoft Entra global roles"; the ids: "Microsoft Entra built-in roles".
 */
export const securityRoleIds = {
  'global-administrator': '62e90394-69f5-4237-9190-012177145e10',
  'security-administrator': '194ae4cb-b126-40b2-bd5b-6091b380977d',
  'security-operator': '5f2222b1-57c3-48ba-8ad5-d4759f1fde6f',
  'global-reader': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  'security-reader': '5d6b6bb7-de71-4623-b4af-96380a352509',
} as const;
export type SecurityRole = keyof typeof securityRoleIds;

export const securityRoles = Object.keys(securityRoleIds) as readonly SecurityRole[];

/** The security roles among roles given by template id, each once, the widest first. */
export function securityRolesAmong(ids: Iterable<string>): readonly SecurityRole[] {
  const given = new Set([...ids].map((id) => id.toLowerCase()));
  return securityRoles.filter((role) => given.has(securityRoleIds[role]));
}

/** Those of several sets, each once, the widest first; nothing when none is known, or none of the known has any. */
export function unitedRoles(
  sets: readonly (readonly SecurityRole[] | undefined)[],
): readonly SecurityRole[] | undefined {
  const all = new Set(sets.flatMap((roles) => roles ?? []));
  // What is not known may hold what the others lack.
  if (all.size === 0 && (sets.length === 0 || sets.includes(undefined))) return undefined;
  return securityRoles.filter((role) => all.has(role));
}
