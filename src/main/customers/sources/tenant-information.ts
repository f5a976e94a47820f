import { z } from 'zod';
import { parseDomain } from '#shared/tenant/domain.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { ApiClient, ApiRequest } from '../../system/net/api-client.ts';
import { apiProblem, parseBody } from '../../system/net/read-answer.ts';
import { cleanName } from './customer-name.ts';

/** What Microsoft tells anybody about a tenant; empty for one it tells nothing about. */
export interface TenantInformation {
  readonly name?: string;
  readonly defaultDomain?: string;
}

const informationSchema = z.looseObject({
  tenantId: z.string(),
  displayName: z.string().optional().catch(undefined),
  defaultDomainName: z.string().optional().catch(undefined),
});

/** Graph's `findTenantInformationByTenantId`, one tenant at a time. A tenant that is not found has nothing to tell. */
export async function findTenantInformation(
  api: Pick<ApiClient, 'get'>,
  graph: string,
  tenantId: TenantId,
  request: ApiRequest,
): Promise<Result<TenantInformation, Problem>> {
  const url = `${graph}/v1.0/tenantRelationships/findTenantInformationByTenantId(tenantId='${tenantId}')`;
  const answer = await api.get(url, request);
  if (!answer.ok) return answer;
  const { hostname } = new URL(graph);
  const failure = apiProblem(hostname, answer.value);
  // A page with this status is a network's, and would be remembered as Microsoft's word for good.
  if (failure && answer.value.status === 404 && failure.kind !== 'page-instead') return ok({});
  if (failure) return err(failure);
  const json = parseBody(hostname, answer.value.body);
  return json.ok ? readTenantInformation(json.value, tenantId, hostname) : json;
}

/** Error `answer-invalid` for what is no such information, or another tenant's. */
export function readTenantInformation(
  answer: unknown,
  tenantId: TenantId,
  host: string,
): Result<TenantInformation, Problem> {
  const { data } = informationSchema.safeParse(answer);
  if (data?.tenantId.toLowerCase() !== tenantId)
    return err(problem('answer-invalid', { host, reason: 'answerFault.otherTenant' }));
  const name = cleanName(data.displayName ?? '');
  const defaultDomain = parseDomain(data.defaultDomainName ?? '');
  return ok({
    ...(name !== undefined && { name }),
    ...(defaultDomain !== undefined && { defaultDomain }),
  });
}
