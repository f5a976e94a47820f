import { parseHttpsAddress } from '../text/https-address.ts';
import { decodePercent, parseQuery, parseUrl, type WebUrl } from '../text/url.ts';

/** What a link would do, or ask for with one click, in the tenant where it opens. */
const actKinds = [
  'consent',
  'authorize',
  'partner',
  'deployment',
  'extension',
  'request',
  'invitation',
  'approval',
  'deviceCode',
] as const;
export type ActKind = (typeof actKinds)[number];

/** Whom and what the question names, for the user to judge it by. */
const actFacts = ['application', 'answer', 'permissions', 'partner', 'source', 'request'] as const;

export interface Act {
  readonly kind: ActKind;
  /** As the link gives them, visible signs only, each at most 200 characters. */
  readonly facts: readonly { readonly name: (typeof actFacts)[number]; readonly value: string }[];
}

/**
 * What an address would do beyond showing a page; nothing for one that shows. SECURITY: anybody can write such a link, and
 * the customer's administrator is signed in where it opens. Whatever host it is on: its owner may be one that the user
 * has confirmed.
 */
export function actOf(address: string): Act | undefined {
  const url = parseHttpsAddress(address);
  if (url === undefined) return undefined;
  const link = partsOf(url);
  for (const { kind, isMeant, facts } of acts) if (isMeant(link)) return { kind, facts: shown(facts(link)) };
  return undefined;
}

interface LinkParts {
  readonly host: string;
  /** Path and fragment without their queries, decoded, in lower case. */
  readonly path: string;
  readonly fragment: string;
  /** Fragment as it is written, decoded once. */
  readonly written: string;
  /** The parameters of query and fragment, their names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
}

function partsOf(url: WebUrl): LinkParts {
  const fragment = url.hash.slice(1);
  const query = fragment.indexOf('?');
  const page = query < 0 ? fragment : fragment.slice(0, query);
  const written = decodePercent(page) ?? page;
  const pairs = [...url.searchParams, ...(query < 0 ? [] : parseQuery(fragment.slice(query + 1)))];
  return {
    host: url.hostname,
    path: (decodePercent(url.pathname) ?? url.pathname).toLowerCase(),
    fragment: written.toLowerCase(),
    written,
    parameters: new Map(pairs.map(([name, value]) => [name.toLowerCase(), value])),
  };
}

type Facts = Readonly<Partial<Record<(typeof actFacts)[number], string | undefined>>>;

interface Rule {
  readonly kind: ActKind;
  readonly isMeant: (link: LinkParts) => boolean;
  readonly facts: (link: LinkParts) => Facts;
}

/** The host that an address in a parameter leads to, or what stands there. */
const hostIn = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : (parseUrl(text)?.hostname ?? text);

const ofApplication = ({ parameters }: LinkParts): Facts => ({
  application: parameters.get('client_id') ?? parameters.get('clientid') ?? parameters.get('appid'),
  answer: hostIn(parameters.get('redirect_uri')),
  permissions: parameters.get('scope'),
});

/** A switch of a portal that makes it load other code than Microsoft's current one, or trust other hosts. */
const loadsCode =
  /^(?:testextensions|trustedauthority|sandbox.*|feature\..*(?:custom|extension|modify|stamp|sandbox|isolat|override|host|script|iframe|ur[il]).*)$/;
const isFlag = /^[\w.-]{0,40}$/;

/**
 * In the order in which they are tried. Sources: Microsoft's pages on admin consent, on the OAuth endpoints and on
 * SharePoint add-ins, on indirect resellers' and granular admin relationship invitations, on "Deploy to Azure" buttons,
 * on Graph Explorer's shared queries, on B2B redemption and on the device code flow; `testExtensions` and
 * `feature.customportal`: the portal SDK's page on side-loading extensions.
 */
const acts: readonly Rule[] = [
  {
    kind: 'deviceCode',
    isMeant: ({ host, path }) =>
      /\/(?:devicelogin|deviceauth|oauth2\/(?:v2\.0\/)?devicecode)\/?$/.test(path) ||
      (/^(?:www\.)?microsoft\.com$/.test(host) && path === '/link'),
    facts: () => ({}),
  },
  {
    kind: 'consent',
    isMeant: ({ path, parameters }) =>
      /\/adminconsent\/?$/.test(path) ||
      /\/_layouts\/(?:\d+\/)?(?:appinv|appregnew|oauthauthorize)\.aspx$/.test(path) ||
      (/\/oauth2\/(?:v2\.0\/)?authorize\/?$/.test(path) &&
        /consent/i.test(`${parameters.get('prompt') ?? ''}${parameters.get('admin_consent') ?? ''}`)),
    facts: ofApplication,
  },
  {
    kind: 'authorize',
    isMeant: ({ path }) =>
      /\/oauth2\/(?:v2\.0\/)?authorize\/?$/.test(path) || /\/(?:saml2|wsfed)\/?$/.test(path),
    facts: ofApplication,
  },
  {
    kind: 'partner',
    isMeant: ({ fragment, parameters, path }) =>
      parameters.has('invtype') ||
      /partner-?invitation|partners\/invitation|granularadminrelationships?\//.test(fragment) ||
      path.includes('/partner/partnersignup'),
    facts: ({ parameters, written }) => ({
      partner:
        parameters.get('partnerid') ??
        parameters.get('msppid') ??
        parameters.get('id') ??
        /granularAdminRelationships?\/([^/]+)/i.exec(written)?.[1],
    }),
  },
  {
    kind: 'extension',
    isMeant: ({ parameters }) =>
      [...parameters].some(
        ([name, value]) => loadsCode.test(name) || (name.startsWith('feature.') && !isFlag.test(value)),
      ),
    facts: ({ parameters }) => ({ source: hostsIn(parameters.get('testextensions') ?? '') }),
  },
  {
    kind: 'deployment',
    isMeant: ({ fragment }) =>
      /^(?:@[^/]*)?\/?create\/(?!hub\b)/.test(fragment) ||
      /microsoft\.template|customdeployment|deployfromtemplate|templateeditor|createuidefinition/.test(
        fragment,
      ),
    facts: ({ written }) => ({
      source: hostIn(/\/(?:uri|templateuri)\/(https?:\/\/[^]+)/i.exec(written)?.[1]),
    }),
  },
  {
    kind: 'request',
    isMeant: ({ path, parameters }) =>
      path.includes('/graph/graph-explorer') &&
      (!/^(?:get)?$/i.test(parameters.get('method')?.trim() ?? '') ||
        ['requestbody', 'headers', 'body'].some((name) => (parameters.get(name) ?? '') !== '') ||
        !/^(?:https:\/\/graph\.microsoft\.com\/?)?$/i.test(parameters.get('graphurl') ?? '')),
    facts: ({ parameters }) => ({
      request: [parameters.get('method') ?? 'GET', parameters.get('graphurl'), parameters.get('request')]
        .filter((part) => part !== undefined)
        .join(' '),
    }),
  },
  {
    kind: 'invitation',
    isMeant: ({ host, path }) => /^\/redeem(?:\/|$)/.test(path) || host === 'invitations.microsoft.com',
    facts: ({ parameters }) => ({ source: parameters.get('tenant') ?? hostIn(parameters.get('rd')) }),
  },
  {
    kind: 'approval',
    isMeant: ({ host, fragment, path }) =>
      host === 'myaccess.microsoft.com' && /approv/.test(`${path}${fragment}`),
    facts: () => ({}),
  },
];

function hostsIn(text: string): string | undefined {
  const hosts = [...text.matchAll(/https?:\/\/[^\s"'/]+/gi)].map(([address]) => hostIn(address));
  return hosts.length > 0 ? [...new Set(hosts)].join(', ') : undefined;
}

const longestFact = 200;

function shown(facts: Facts): Act['facts'] {
  return actFacts.flatMap((name) => {
    const value = (facts[name] ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
    return value === '' ? [] : [{ name, value: value.slice(0, longestFact) }];
  });
}
