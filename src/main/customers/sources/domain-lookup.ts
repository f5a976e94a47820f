import { z } from 'zod';
import { clouds, type Cloud } from '#shared/settings/cloud.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { isConsumerTenant, parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { parseUrl } from '#shared/text/url.ts';
import type { ApiClient } from '../../system/net/api-client.ts';
import { apiProblem, parseBody } from '../../system/net/read-answer.ts';

/** Hears how many of all domains have been looked up. */
export type ToldProgress = (done: number, total: number) => void;

const configurationSchema = z.looseObject({ issuer: z.string() });

/** How many questions are open at once. */
const atOnce = 4;

const logins: ReadonlySet<string> = new Set(Object.values(clouds).map(({ login }) => login));

export type DomainAnswers = ReadonlyMap<string, Result<TenantId, Problem>>;

/**
 * Finds the tenant of a domain by OpenID discovery, for which nobody has to be signed in:
 * `GET {login}/{domain}/v2.0/.well-known/openid-configuration` names the tenant in `issuer`.
 */
export class DomainLookup {
  readonly #api: Pick<ApiClient, 'get'>;
  readonly #cloud: () => Cloud;

  constructor(api: Pick<ApiClient, 'get'>, cloud: () => Cloud) {
    this.#api = api;
    this.#cloud = cloud;
  }

  /**
   * The tenant of each domain, each asked for once. When the service cannot be reached or asks for patience, the rest
   * is not asked for and gets the same problem. Problems of a domain: `domain-unknown`, `domain-consumer`,
   * `domain-elsewhere`, `answer-invalid`, and those of the network.
   */
  async findAll(
    domains: Iterable<string>,
    signal?: AbortSignal,
    told: ToldProgress = () => undefined,
  ): Promise<DomainAnswers> {
    const cloud = this.#cloud();
    const answers = new Map<string, Result<TenantId, Problem>>();
    const asked = new Set(domains);
    const waiting = asked.values();
    let forAll: Result<TenantId, Problem> | undefined;
    const work = async () => {
      for (const domain of waiting) {
        const answer = forAll ?? (await this.#find(domain, cloud, signal));
        if (!answer.ok && isHopeless(answer.error)) forAll ??= answer;
        answers.set(domain, answer);
        told(answers.size, asked.size);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return answers;
  }

  async #find(domain: string, cloud: Cloud, signal?: AbortSignal): Promise<Result<TenantId, Problem>> {
    const url = `${cloud.login}/${encodeURIComponent(domain)}/v2.0/.well-known/openid-configuration`;
    const answer = await this.#api.get(url, signal ? { signal } : {});
    if (!answer.ok) return answer;
    const { hostname } = new URL(cloud.login);
    const failure = apiProblem(hostname, answer.value);
    // An unknown domain is refused as `invalid_tenant`, with a status that Microsoft does not document.
    const refused = answer.value.status === 400 || answer.value.status === 404;
    if (failure && refused && failure.kind !== 'page-instead')
      return err(problem('domain-unknown', { domain }));
    if (failure) return err(failure);
    const json = parseBody(hostname, answer.value.body);
    return json.ok ? readIssuer(json.value, domain, cloud) : json;
  }
}

/** What every other domain would meet as well. */
const hopeless: ReadonlySet<Problem['kind']> = new Set([
  'offline',
  'proxy-refused',
  'connection-untrusted',
  'page-instead',
  'throttled',
  'cancelled',
]);

function isHopeless({ kind }: Problem): boolean {
  return hopeless.has(kind);
}

/** `issuer` is `https://login.microsoftonline.com/<tenant id>/v2.0`; another host's belongs to another cloud. */
function readIssuer(answer: unknown, domain: string, cloud: Cloud): Result<TenantId, Problem> {
  const parsed = configurationSchema.safeParse(answer);
  const issuer = parsed.success ? parseUrl(parsed.data.issuer) : undefined;
  if (issuer && issuer.origin !== cloud.login && logins.has(issuer.origin))
    return err(problem('domain-elsewhere', { domain }));
  const id = issuer?.origin === cloud.login ? (issuer.pathname.split('/')[1] ?? '') : '';
  if (isConsumerTenant(id)) return err(problem('domain-consumer', { domain }));
  const tenantId = parseTenantId(id);
  const { hostname } = new URL(cloud.login);
  return tenantId === undefined
    ? err(problem('answer-invalid', { host: hostname, reason: 'answerFault.noTenant' }))
    : ok(tenantId);
}
