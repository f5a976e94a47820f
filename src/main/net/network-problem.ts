import { problem, type Problem } from '../../shared/problem.ts';
import { reasonOf } from '../storage/reason.ts';

/** The proxy itself, what is asked through it, and what it would be asked to do. */
const ofProxy = /^net::ERR_(PROXY|TUNNEL|SOCKS|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|PAC)_?/;

/**
 * What a rejected `fetch` means. Chromium names its network errors `net::ERR_...`
 * (net/base/net_error_list.h); what it does not name is our own refusal, such as that of a redirect.
 */
export function networkProblem(error: unknown, host: string): Problem {
  const code = /net::ERR_\w+/.exec(reasonOf(error))?.[0];
  if (code !== undefined && ofProxy.test(code))
    return problem('proxy-refused', { host, code: code.replace('net::', '') });
  // A certificate that is not trusted is no lack of network: the reason has to be seen.
  const reached = code === undefined || /^net::ERR_(CERT|SSL|BAD_SSL)_/.test(code);
  return reached
    ? problem('answer-invalid', { host, reason: code ?? reasonOf(error) })
    : problem('offline', { host });
}
