import { describe, expect, it } from 'vitest';
import { actOf, type ActKind } from '#shared/portals/acting-links.ts';
import { catalogue } from '#shared/portals/catalogue.ts';
import { catalogueIds } from '#shared/portals/catalogue-ids.ts';
import { addressFor } from '#shared/portals/availability.ts';
import { readTidegateLink } from '#shared/portals/links/tidegate-link.ts';
import { aCustomer } from '../../support/samples.ts';
import { corpus } from './corpus.ts';

const id = '3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c';
const app = '0b1c2d3e-4f50-4617-8829-3a4b5c6d7e8f';
const template = encodeURIComponent('https://raw.evil.example/azuredeploy.json');

describe('a link that acts is told from one that shows', () => {
  it.each<[ActKind, string, object]>([
    [
      'consent',
      `https://login.microsoftonline.com/${id}/adminconsent?client_id=${app}&redirect_uri=https%3A%2F%2Fevil.example%2Fcb`,
      { application: app, answer: 'evil.example' },
    ],
    [
      'consent',
      `https://login.microsoftonline.com/${id}/v2.0/adminconsent?client_id=${app}&scope=https%3A%2F%2Fgraph.microsoft.com%2F.default`,
      { application: app, permissions: 'https://graph.microsoft.com/.default' },
    ],
    [
      'consent',
      `https://a.example/${id}/oauth2/v2.0/authorize?client_id=${app}&prompt=consent`,
      { application: app },
    ],
    ['consent', `https://a.example/${id}/oauth2/authorize?PROMPT=admin_consent&client_id=${app}`, {}],
    ['consent', 'https://contoso.sharepoint.com/_layouts/15/AppInv.aspx?IsDlg=0', {}],
    [
      'authorize',
      `https://a.example/common/oauth2/v2.0/authorize?client_id=${app}&redirect_uri=https://b.example/`,
      { answer: 'b.example' },
    ],
    [
      'partner',
      `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${app}&tid=${id}`,
      { partner: app },
    ],
    [
      'partner',
      `https://admin.cloud.microsoft/?tid=${id}#/x?INVTYPE=Administration&partnerId=${app}`,
      { partner: app },
    ],
    [
      'partner',
      `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${app}`,
      { partner: app },
    ],
    [
      'deployment',
      `https://portal.azure.com/${id}#create/Microsoft.Template/uri/${template}`,
      { source: 'raw.evil.example' },
    ],
    [
      'deployment',
      `https://portal.azure.com/#@contoso.com/create/Microsoft.Template/uri/${template}/createUIDefinitionUri/x`,
      {},
    ],
    ['deployment', `https://portal.azure.com/${id}#create%2FMicrosoft.Template`, {}],
    ['deployment', `https://portal.azure.com/${id}#create/evil.offer`, {}],
    [
      'deployment',
      `https://portal.azure.com/${id}#blade/Microsoft_Azure_CreateUIDef/CustomDeploymentBlade/uri/${template}`,
      { source: 'raw.evil.example' },
    ],
    [
      'extension',
      `https://portal.azure.com/${id}?feature.customportal=false&testExtensions=%7B%22X%22%3A%22https%3A%2F%2Flocalhost%3A1%2F%22%7D`,
      { source: 'localhost' },
    ],
    ['extension', `https://portal.azure.com/${id}?feature.canmodifyextensions=true`, {}],
    ['extension', `https://portal.azure.com/${id}#view/x?sandbox=1`, {}],
    ['extension', `https://portal.azure.com/${id}?feature.x=https://evil.example/`, {}],
    [
      'request',
      `https://developer.microsoft.com/graph/graph-explorer?method=POST&request=users&tid=${id}`,
      { request: 'POST users' },
    ],
    [
      'request',
      `https://developer.microsoft.com/en-us/graph/graph-explorer?request=me&headers=W10&tid=${id}`,
      { request: 'GET me' },
    ],
    [
      'request',
      `https://developer.microsoft.com/graph/graph-explorer?request=me&GraphUrl=https://evil.example&tid=${id}`,
      {},
    ],
    ['invitation', `https://invitations.microsoft.com/redeem/?tenant=${id}&user=x&ticket=y`, { source: id }],
    ['approval', 'https://myaccess.microsoft.com/@contoso.com#/request-approvals/42', {}],
    ['deviceCode', 'https://microsoft.com/devicelogin', {}],
    ['deviceCode', 'https://login.microsoftonline.com/common/oauth2/deviceauth', {}],
  ])('%s: %s', (kind, address, facts) => {
    const act = actOf(address);
    expect(act?.kind).toBe(kind);
    expect(Object.fromEntries(act?.facts.map(({ name, value }) => [name, value]) ?? [])).toMatchObject(facts);
  });

  it('names nothing in signs that nobody sees, and at no great length', () => {
    const act = actOf(
      `https://a.example/adminconsent?client_id=${encodeURIComponent(`a\n\u202e${'b'.repeat(900)}`)}`,
    );
    expect(act?.facts[0]?.value).toMatch(/^a b{198}$/);
  });

  it('none of our own pages acts, nor a link of the usual kinds', () => {
    const customer = aCustomer({
      defaultDomain: 'contoso.onmicrosoft.com',
      access: ['own', 'gdap', 'member'],
    });
    for (const page of catalogueIds) {
      const address = addressFor(catalogue[page], customer, { cloud: 'public', portalHosts: [] });
      if (address.ok) expect([page, actOf(address.value)]).toEqual([page, undefined]);
    }
    const acting = corpus.filter(({ opens }) => opens !== undefined && actOf(opens) !== undefined);
    expect(acting.map(({ name }) => name)).toEqual([
      'admin consent',
      'admin consent, second version',
      'guest invitation',
    ]);
    expect(actOf('https://myaccess.microsoft.com/@contoso.com#/access-packages/42')).toBeUndefined();
    expect(actOf('https://portal.azure.com/#create/hub')).toBeUndefined();
    expect(
      actOf(`https://developer.microsoft.com/graph/graph-explorer?request=me&method=GET&tid=${id}`),
    ).toBeUndefined();
  });
});

it('a tidegate:// link never acts', () => {
  const link = (url: string) => `tidegate://open?tenant=${id}&url=${encodeURIComponent(url)}`;
  expect(
    readTidegateLink(link(`https://login.microsoftonline.com/${id}/adminconsent?client_id=${app}`)),
  ).toMatchObject({
    error: { kind: 'link-acts' },
  });
  expect(
    readTidegateLink(link(`https://portal.azure.com/${id}#create/Microsoft.Template/uri/${template}`)),
  ).toMatchObject({
    error: { kind: 'link-acts' },
  });
  expect(readTidegateLink(link(`https://security.microsoft.com/alerts?tid=${id}`)).ok).toBe(true);
});
