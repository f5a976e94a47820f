import { problem, type Problem } from '#shared/problems/problem.ts';
import { reasonOf } from '../storage/reason.ts';

/** The proxy itself, what is asked through it, and what it would be asked to do. */
const ofProxy = /^net::ERR_(PROXY|TUNNEL|SOCKS|MANDATORY_PROXY|NO_SUPPORTED_PROXIES|PAC)_?/;

/** Certificates and the encryption itself: somebody is there, and not trusted. */
const ofTrust = /^net::ERR_(CERT|SSL|BAD_SSL)_/;

/**
 * What a rejected `fetch` means. Chromium names its network errors `net::ERR_...`
 * (net/base/net_error_list.h); what it does not name is our own refusal, such as that of a redirect.
 */
export function networkProblem(error: unknown, host: string): Problem {
  const code = /net::ERR_\w+/.exec(reasonOf(error))?.[0];
  if (code !== undefined && ofProxy.test(code))
    return problem('proxy-refused', { host, code: code.replace('net::', '') });
  // Something between here and there shows a certificate of its own: the code tells the administrator which.
  if (code !== undefined && ofTrust.test(code))
    return problem('connection-untrusted', { host, code: code.replace('net::', '') });
  // No API leads anywhere else, but a guest network leads everybody to its sign-in page.
  if (code === undefined && /redirect/i.test(reasonOf(error))) return problem('page-instead', { host });
  return code === undefined
    ? problem('answer-invalid', { host, reason: 'answerFault.broken' })
    : problem('offline', { host });
}
