/** What a column of a table, or a property of a JSON object, says about a customer. */
export type Field =
  | 'tenant'
  /** An id that is a tenant's in some lists and a number of their own in others: used when it has the form. */
  | 'perhapsTenant'
  /** The tenant's id in some lists and its name in others. */
  | 'tenantOrName'
  | 'link'
  /** A portal link that some lists write with no tenant in it: used when it has a tenant id. */
  | 'perhapsLink'
  | 'domain'
  | 'domains'
  | 'name'
  /** The id of something that is no tenant; known so that it is never taken for one. */
  | 'otherId'
  | AnnotationField;

/** What the user wrote, in a list that Tidegate or somebody who knows its headings made. */
export const annotationFields = [
  'ownName',
  'aliases',
  'tags',
  'favourite',
  'hidden',
  'note',
  'instruction',
  'atLaunch',
  'colour',
  'links',
  'browser',
  'isolation',
  'ownProfile',
  'account',
] as const;
export type AnnotationField = (typeof annotationFields)[number];

/** A list with none of these names no tenant. */
export const findable: ReadonlySet<Field> = new Set([
  'tenant',
  'perhapsTenant',
  'tenantOrName',
  'link',
  'perhapsLink',
  'domain',
]);

/** Texts of several lines, in which anything may stand. */
export const freeText: ReadonlySet<Field> = new Set(['note', 'instruction']);

/**
 * Headings as they are written in English, French and German; by Partner Center's customer export ("Microsoft ID",
 * "Company name", "Primary domain name", "Relationship", "Tags": learn.microsoft.com/partner-center/customers/see-your-customer-list);
 * by CIPP (KelvinTegelaar/CIPP-API Get-Tenants.ps1: customerId, displayName, defaultDomainName, initialDomainName, domains;
 * its page's CSV has displayName, defaultDomainName and portal_ links); by Azure CLI, ARM and Graph; and by Tidegate's own
 * export. Compared without accents, case, spaces and punctuation.
 */
const headings: Readonly<Record<Field, string>> = {
  tenant: `
    tenant id, tenant guid, microsoft id, microsoft tenant id, entra tenant id, azure tenant id,
    azure ad tenant id, aad tenant id, directory id, directory (tenant) id, customer tenant id,
    id de tenant, id du tenant, id tenant, identifiant du tenant, identifiant de tenant, id de locataire,
    id du locataire, identifiant du locataire, id d'annuaire, id de l'annuaire, id de répertoire,
    id du répertoire, id microsoft, identifiant microsoft, id de client microsoft, mandanten-id,
    mandantenkennung, verzeichnis-id, microsoft-id
  `,
  perhapsTenant: `
    id, guid, customer id, id du client, identifiant, identifiant client, identifiant du client,
    kunden-id, kennung
  `,
  tenantOrName: `
    tenant, locataire, mandant
  `,
  link: `
    link, url, portal, portal link, portal url, defender, defender link, lien, lien du portail, portail,
    verknüpfung
  `,
  perhapsLink: `
    portal_security, portal_compliance
  `,
  domain: `
    domain, default domain, default domain name, primary domain, primary domain name, domain name,
    tenant default domain, tenant domain, initial domain, initial domain name, onmicrosoft domain,
    domaine, domaine par défaut, nom de domaine, nom de domaine par défaut, domaine principal,
    nom de domaine principal, domaine initial, domäne, standarddomäne, primäre domäne,
    name der primären domäne, domänenname
  `,
  domains: `
    domains, verified domains, domaines, domaines vérifiés, domänen
  `,
  name: `
    name, display name, tenant name, tenant display name, company name, company, customer, customer name,
    organization, organisation, organization name, organisation name, nom, nom d'affichage, nom complet,
    nom du tenant, nom du locataire, nom de l'entreprise, nom d'entreprise, nom de l'organisation,
    nom de la société, société, entreprise, nom du client, client, raison sociale, firma, firmenname,
    anzeigename, kunde, kundenname, unternehmen, name des unternehmens, mandantenname
  `,
  otherId: `
    subscription id, object id, client id, id client, app id, application id, application (client) id,
    user id, device id, workspace id, subscription, id d'abonnement, id de l'abonnement, id d'objet,
    id de l'objet, id d'application, id utilisateur, id d'appareil, abonnement-id, objekt-id,
    anwendungs-id
  `,
  ownName: `
    own name, my name, nom personnel, eigener name
  `,
  aliases: `
    alias, aliases, also known as, tenant alias, autres noms, aliasnamen
  `,
  tags: `
    tag, tags, label, labels, étiquette, étiquettes, balise, balises, schlagwort, schlagwörter, markierungen
  `,
  favourite: `
    favourite, favorite, favori, favorit
  `,
  hidden: `
    hidden, masqué, ausgeblendet
  `,
  note: `
    note, notes, comment, comments, remark, remarks, commentaire, commentaires, remarque, remarques,
    notiz, notizen, bemerkung, bemerkungen, kommentar
  `,
  instruction: `
    instruction, standing instruction, consigne, anweisung
  `,
  atLaunch: `
    show instruction at launch
  `,
  colour: `
    colour, color, couleur, farbe
  `,
  links: `
    custom links, liens personnels, eigene links
  `,
  browser: `
    open in browser
  `,
  ownProfile: `
    own browser profile, own profile, ownprofile
  `,
  isolation: `
    browser isolation
  `,
  account: `
    serving account
  `,
};

const fields: ReadonlyMap<string, Field> = new Map(
  Object.entries(headings).flatMap(([field, texts]) =>
    texts.split(',').map((text) => [plain(text), field as Field] as const),
  ),
);

/** What a heading or property name stands for, if it is a known one. */
export function fieldOf(heading: string): Field | undefined {
  return heading.length > 60 ? undefined : fields.get(plain(heading));
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
