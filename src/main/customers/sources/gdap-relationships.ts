import { z } from 'zod';
import { securityRolesAmong, unitedRoles, type SecurityRole } from '#shared/customer/security-role.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';

/** An active delegated admin relationship, as far as its end and its security roles go. */
export interface Relationship {
  readonly tenantId: TenantId;
  /** ISO 8601, UTC, to the millisecond. */
  readonly ends: string | undefined;
  /** The relationship is extended by half a year when it would end. */
  readonly renews: boolean;
  /** Which of the roles that open Defender it grants; absent when it does not tell its roles. */
  readonly roles?: readonly SecurityRole[];
}

const relationshipSchema = z.looseObject({
  status: z.string(),
  customer: z.looseObject({ tenantId: z.string().transform(parseTenantId) }),
  autoExtendDuration: z.string().optional().catch(undefined),
  endDateTime: z.string().optional().catch(undefined),
  isPartnerConsentPending: z.boolean().optional().catch(undefined),
  accessDetails: z
    .looseObject({ unifiedRoles: z.array(z.looseObject({ roleDefinitionId: z.string() })) })
    .optional()
    .catch(undefined),
});

/** What a page of relationships tells. */
export interface RelationshipPage {
  readonly active: readonly Relationship[];
  /** How many rows are relationships at all, whatever their status. */
  readonly understood: number;
}

/**
 * The relationships on one page. Active are those whose status says so: before `active` nothing is granted yet, after
 * it nothing any more. One that an indirect provider made for a reseller counts like any other, once the reseller has
 * consented (`isPartnerConsentPending` of `resellerDelegatedAdminRelationship`).
 */
export function readRelationshipPage(rows: readonly unknown[]): RelationshipPage {
  const active: Relationship[] = [];
  let understood = 0;
  for (const row of rows) {
    const { data } = relationshipSchema.safeParse(row);
    if (data?.customer.tenantId === undefined) continue;
    understood += 1;
    if (data.status !== 'active' || data.isPartnerConsentPending === true) continue;
    const end = Date.parse(data.endDateTime ?? '');
    const roles = data.accessDetails?.unifiedRoles.map(({ roleDefinitionId }) => roleDefinitionId);
    active.push({
      tenantId: data.customer.tenantId,
      ends: Number.isNaN(end) ? undefined : new Date(end).toISOString(),
      // `P180D` is the only duration by which a relationship is extended; `P0D` and `PT0S` mean that it is not.
      renews: data.autoExtendDuration === 'P180D',
      ...(roles !== undefined && { roles: securityRolesAmong(roles) }),
    });
  }
  return { active, understood };
}

/** The security roles that these relationships grant together; nothing when they do not tell. */
export function rolesOf(relationships: readonly Relationship[]): readonly SecurityRole[] | undefined {
  return unitedRoles(relationships.map(({ roles }) => roles));
}

/**
 * When access by these relationships ends: with the last of them. Nothing when one of them renews itself, or does not
 * say, or there is none.
 */
export function endOf(relationships: readonly Relationship[]): string | undefined {
  let last: string | undefined;
  for (const { ends, renews } of relationships) {
    if (renews || ends === undefined) return undefined;
    if (last === undefined || ends > last) last = ends;
  }
  return last;
}
