import { isConsumerTenant, parseTenantId, type TenantId } from '../../tenant/tenant-id.ts';
import { isDamagedId } from '../../tenant/damaged-id.ts';
import { guidPattern } from '../../text/guid.ts';

/** The ids that stand in a text, by what it calls them. */
export interface IdsInText {
  /** Called a tenant's. */
  readonly called: readonly TenantId[];
  /** Called nothing, or something that may be a tenant's. */
  readonly uncalled: readonly TenantId[];
  /** The tenant of personal accounts, called a tenant's. */
  readonly consumer: string | undefined;
  /** Called a tenant's id and none. */
  readonly damaged: string | undefined;
}

/** A GUID, or what a slip of a copy makes of one. */
const anyId = new RegExp(
  `(?<![0-9a-z-])(?:\\{?${guidPattern}\\}?|[0-9a-f]{4,12}(?:-[0-9a-f]{2,14}){3,5}|[0-9a-f]{30,34})(?![0-9a-z-])`,
  'gi',
);

/** What may stand between a label and its value on one line, in characters. */
const longestLabel = 100;

/** The ids in a text that is plain already. A label counts for the next value only, on its line or below it. */
export function idsIn(text: string): IdsInText {
  const kinds = new Map<TenantId, Kind>();
  let consumer: string | undefined;
  let damaged: string | undefined;
  let last = 0;
  for (const { 0: id, index } of text.matchAll(anyId)) {
    const kind = kindBefore(text.slice(Math.max(last, index - 2 * longestLabel), index));
    last = index + id.length;
    const tenantId = parseTenantId(id);
    if (tenantId !== undefined) kinds.set(tenantId, graver(kind, kinds.get(tenantId)));
    else if (kind === 'tenant' && isConsumerTenant(id)) consumer ??= id;
    else if (kind === 'tenant' && isDamagedId(id)) damaged ??= id;
  }
  const of = (wanted: Kind): readonly TenantId[] =>
    [...kinds].filter(([, kind]) => kind === wanted).map(([tenantId]) => tenantId);
  return { called: of('tenant'), uncalled: of('unknown'), consumer, damaged };
}

/** What a text calls an id: a tenant's, something else's, or neither. */
type Kind = 'tenant' | 'other' | 'unknown';

function graver(one: Kind, other: Kind | undefined): Kind {
  if (one === 'tenant' || other === 'tenant') return 'tenant';
  return one === 'unknown' || other === 'unknown' ? 'unknown' : 'other';
}

/** Words for a tenant, in the languages that portals and mails are written in. */
const tenantWord =
  /^(?:tenants?|tid|ctid|directory|directorio|diretorio|verzeichnis\w*|annuaire|repertoire|locataire|mandant\w*|inquilino|huurder|dzierzaw\w*|organi[sz]a\w*|テナント|租户)$/;

/** Words for what else has an id of that form, likewise. */
const otherWord =
  /^(?:incident\w*|vorfall\w*|alert\w*|alarm\w*|trace|ablauf\w*|suivi|correlat\w*|correla[cz]\w*|korrelat\w*|request\w*|requete\w*|demande|anforderung\w*|solicitud|session\w*|sitzung\w*|sesion|obje[ck]t\w*|objet|app|apps|application|anwendung\w*|aplicacion|applicazione|toepassing|subscription\w*|abonnement\w*|abonament\w*|suscripcion|device\w*|gerat\w*|appareil|dispositivo|machine\w*|computer\w*|activity|activit\w*|actividad|aktivitat\w*|user\w*|benutzer\w*|utilisateur|usuario|utente|principal|resource\w*|ressource\w*|group\w*|gruppe\w*|groupe|message\w*|nachricht\w*|event\w*|ereignis\w*|evenement|workspace\w*|role\w*|policy|rule|operation\w*|ticket\w*|case|job|run|process\w*|file|mail\w*|entity|investigation\w*|enquete|detection\w*|batch|instance|conversation\w*|sign|login|connexion|network|report\w*|rapport\w*|task|tache|flow|package|link|key|secret|certificate|warnung\w*|arbeitsbereich\w*|richtlinie\w*|anfrage\w*|dienstprinzipal\w*|espace|strategie|poste|reference)$/;

const idWord =
  /^(?:ids?|guid|uuid|identifiers?|identifiants?|identificad\w*|identificativ\w*|identyfikator\w*|kennung|bezeichner|identifikation\w*)$/;
const joinedId = /^(.{3,})(?:id|guid)$/;
const connector = /^(?:de|du|des|d|of|the|la|le|les|l|del|der|des|van|di|da|do|dello|della|dell)$/;

/** `:` and its like end a label; the others part what stands beside each other. */
const separator = /^(?:[:=：＝]|=>|->)$/;
const border = /^(?:[.,;|/\\?!&([{<>•·–—]|\t| {2,})$/;
const tokens = /[\p{L}\p{M}\p{N}]+|=>|->|\t| {2,}|[:=：＝.,;|/\\?!&([{<>•·–—]/gu;

/**
 * What the text before an id calls it: by the label that is nearest, which is the last words before a colon, words that
 * end in "id", or, without either, a noun before it.
 */
function kindBefore(before: string): Kind {
  const lines = before.split(/\r?\n/);
  const line = (lines.pop() ?? '').slice(-longestLabel);
  const here = kindOn(line);
  if (here !== undefined) return here;
  // A table that was copied puts the label on a line of its own.
  if (/[\p{L}\p{N}]/u.test(line)) return 'unknown';
  const above = lines.findLast((each) => /[\p{L}\p{N}]/u.test(each)) ?? '';
  return above.length <= longestLabel / 2 && /(?:[:=]|\b\w*(?:id|guid|ant))\s*$/i.test(above)
    ? (kindOn(above) ?? 'unknown')
    : 'unknown';
}

function kindOn(line: string): Kind | undefined {
  const words = wordsOf(line);
  let inLabel = false;
  let labelled = false;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at] ?? '';
    if (separator.test(word)) {
      // The words before it were a label that says nothing of a tenant.
      if (inLabel && labelled) return 'unknown';
      inLabel = true;
      labelled = false;
    } else if (border.test(word)) {
      if (inLabel && labelled) return 'unknown';
      inLabel = false;
    } else {
      const kind = kindOf(words, at, inLabel);
      if (kind !== undefined) return kind;
      if (!idWord.test(word)) labelled = inLabel;
    }
  }
  return inLabel && labelled ? 'unknown' : undefined;
}

/** German writes it as one word: "Ressourcenmandant". */
const compound = /\p{L}{3}(?:mandant|mandanten|tenant|verzeichnis)s?(?:id)?$/u;

/** The noun that a word stands behind, as in "locataire de la ressource"; empty where there is none. */
function ofWhat(words: readonly string[], at: number): string {
  let before = at - 1;
  while (before >= 0 && connector.test(words[before] ?? '')) before -= 1;
  return before < at - 1 ? (words[before] ?? '') : '';
}

/** What one word says; nothing where it is a value's, or does not tell. Prose names much that it does not label. */
function kindOf(words: readonly string[], at: number, inLabel: boolean): Kind | undefined {
  const word = words[at] ?? '';
  const joined = joinedId.exec(word)?.[1] ?? '';
  if (tenantWord.test(word) || tenantWord.test(joined) || compound.test(word)) return 'tenant';
  if (otherWord.test(joined)) return 'other';
  if (otherWord.test(word)) {
    if (tenantWord.test(ofWhat(words, at))) return 'tenant';
    return inLabel ? 'other' : 'unknown';
  }
  if (!idWord.test(word)) return undefined;
  // "Incident ID", or, as Romance languages have it, "ID de l'incident".
  const head = words[at - 1] ?? '';
  if (isWord(head) && !connector.test(head)) return kindOfHead(words, at - 1);
  const behind = words.findIndex((each, index) => index > at && !connector.test(each));
  return isWord(words[behind] ?? '') ? kindOfHead(words, behind) : undefined;
}

function kindOfHead(words: readonly string[], at: number): Kind {
  const head = words[at] ?? '';
  if (tenantWord.test(head)) return 'tenant';
  // "Application (client) ID": a client alone may be a customer.
  const isClient =
    head === 'client' && words.slice(Math.max(0, at - 2), at).some((each) => otherWord.test(each));
  return isClient || otherWord.test(head) ? 'other' : 'unknown';
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{M}\p{N}]/u.test(text);
}

/** Words without accents and in small letters, those in camel case apart, with the signs between them. */
function wordsOf(line: string): readonly string[] {
  const apart = line
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  return (apart.match(tokens) ?? []).map((word) => (word.trim() === '' ? word : word.toLowerCase()));
}
