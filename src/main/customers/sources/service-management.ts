import { z } from 'zod';
import { isInitialDomain, parseDomain } from '#shared/tenant/domain.ts';
import { exactHosts } from '#shared/portals/hosts.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { parseUrl } from '#shared/text/url.ts';
import type { ApiClient, ApiRequest } from '../../system/net/api-client.ts';
import { apiProblem, parseBody } from '../../system/net/read-answer.ts';

const answerSchema = z.looseObject({ value: z.array(z.unknown()) });
const detailSchema = z.looseObject({ serviceManagementUrl: z.string() });

/**
 * The initial domain of a customer in Graph's `GET /tenantRelationships/delegatedAdminCustomers/{id}/serviceManagementDetails`;
 * null where the answer has none. A customer that is not found has none.
 */
export async function findInitialDomain(
  api: Pick<ApiClient, 'get'>,
  graph: string,
  tenantId: TenantId,
  request: ApiRequest,
): Promise<Result<string | null, Problem>> {
  const path = `/v1.0/tenantRelationships/delegatedAdminCustomers/${tenantId}/serviceManagementDetails`;
  const answer = await api.get(graph + path, request);
  if (!answer.ok) return answer;
  const { hostname } = new URL(graph);
  const failure = apiProblem(hostname, answer.value);
  // A page with this status is a network's, and would be remembered as Microsoft's word for good.
  if (failure && answer.value.status === 404 && failure.kind !== 'page-instead') return ok(null);
  if (failure) return err(failure);
  const json = parseBody(hostname, answer.value.body);
  return json.ok ? readInitialDomain(json.value, hostname) : json;
}

/**
 * The `onmicrosoft.com` domain that the links in an answer name; null where none does, or where they name several.
 * SECURITY: nothing else of an answer is taken, and no link of it is ever opened. Error `answer-invalid`.
 */
export function readInitialDomain(answer: unknown, host: string): Result<string | null, Problem> {
  const { data } = answerSchema.safeParse(answer);
  if (data === undefined) return err(problem('answer-invalid', { host, reason: 'answerFault.noList' }));
  const named = new Set(data.value.flatMap((row) => initialDomainIn(row) ?? []));
  const [only, ...more] = named;
  return ok(only === undefined || more.length > 0 ? null : only);
}

function initialDomainIn(row: unknown): string | undefined {
  const detail = detailSchema.safeParse(row);
  const url = detail.success ? parseUrl(detail.data.serviceManagementUrl) : undefined;
  // SECURITY: of Microsoft's portals only, as the catalogue of hosts has them.
  if (url?.protocol !== 'https:' || !exactHosts.includes(url.hostname)) return undefined;
  const domain = parseDomain(url.searchParams.get('delegatedOrg') ?? '');
  return domain !== undefined && isInitialDomain(domain) ? domain : undefined;
}
