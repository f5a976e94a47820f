import { portalOf } from '../hosts.ts';
import { wrapperOf } from '../links/wrappers.ts';
import { parseUrl } from '../../text/url.ts';
import {
  indicatorKinds,
  longestIndicator,
  parseIndicator,
  type Indicator,
  type IndicatorKind,
} from './indicator.ts';
import { refang } from './refang.ts';

/** What a text says of indicators. */
export interface IndicatorReading {
  /** In the text's order, each once. A hash of 40 digits is a file before it is a device. */
  readonly indicators: readonly Indicator[];
  /** The words that are no indicator, in their order. */
  readonly rest: readonly string[];
}

/** Longer texts are read as far as this, in UTF-16 units. */
const longestText = 100_000;
const mostIndicators = 20;

/** An incident's number is one only where it is called so: "1234" may be anything. */
const called =
  /(?<![\p{L}\d])(?!incident2\/)(?:(?:incident|inc|vorfall)(?:[ \t]{0,3}(?:id|number|num[eé]ro|no\.?|n[°º]|#|:)){0,2}[ \t:#]{0,3}|#)([0-9]{1,12})(?![\p{L}\p{N}_-]|[.:]\d)/giu;

/** Pages of Defender as the address bar shows them, without their host: what stands in them is the indicator. */
const places =
  /(?<![\w./-])\/?(incidents?2?|alerts|files?|machines(?:\/v2)?|ip)\/([\w.:-]+)(?:\/[a-z]*)*(?:[?#]\S*)?(?![\w/])/gi;

/** What parts words, and what stands around one in sentences, tables and code. */
const gaps = /[\s<>"`«»“”|;]+/u;
const around = /^[([{'‘,]+|[.,:!?'’)\]}]+$/gu;

/** Indicators in any text, whole or defanged. Linear in its length. */
export function readIndicators(text: string): IndicatorReading {
  const found = new Map<string, Indicator>();
  const add = (indicator: Indicator): void => {
    if (found.size < mostIndicators) found.set(`${indicator.kind} ${indicator.value}`, indicator);
  };
  const whole = refang(text.slice(0, longestText));
  const rest: string[] = [];
  const placed = whole.replace(places, (all, place: string, value: string) => {
    const kind = kindOfPlace(place.toLowerCase());
    const indicator = parseIndicator(kind, value);
    if (indicator === undefined) return all;
    add(indicator);
    return ' ';
  });
  const without = placed.replace(called, (all, number: string) => {
    const incident = parseIndicator('incident', number);
    if (incident === undefined) return all;
    add(incident);
    return ' ';
  });
  let label = '';
  for (const word of without.split(gaps)) {
    const bare = word.length > longestIndicator ? '' : word.replace(around, '');
    const indicators = bare === '' ? [] : asCalled(indicatorsIn(bare), label);
    indicators.forEach(add);
    if (indicators.length === 0 && word !== '') rest.push(word);
    if (bare !== '' && !/^(?:ids?|=|:)$/i.test(bare)) label = bare;
  }
  return { indicators: [...found.values()], rest };
}

function kindOfPlace(place: string): IndicatorKind {
  if (place.startsWith('incident')) return 'incident';
  if (place.startsWith('alert')) return 'alert';
  if (place.startsWith('machine')) return 'device';
  return place === 'ip' ? 'ip' : 'file';
}

/** Forty digits are a file's hash or a device's id: the word before them may say which. */
function asCalled(indicators: readonly Indicator[], label: string): readonly Indicator[] {
  const kind = /^(?:device|machine|appareil|poste|gerät)s?(?:[ _-]?id)?$/i.test(label)
    ? 'device'
    : /^(?:file|fichier|datei|hash|sha-?1)s?$/i.test(label)
      ? 'file'
      : undefined;
  const called = indicators.filter((each) => each.kind === kind);
  return called.length > 0 ? called : indicators;
}

/** What one word says; also behind a label as in `ip=203.0.113.7`, and before a port. */
function indicatorsIn(word: string): readonly Indicator[] {
  const unlabelled = word.replace(/^[a-z0-9_-]{1,30}[=:](?!\/\/)/i, '');
  const spellings = [word, unlabelled, ...[word, unlabelled].map((each) => each.replace(/:\d{1,5}$/, ''))];
  for (const spelling of new Set(spellings)) {
    const indicators = indicatorKinds
      .filter((kind) => kind !== 'incident')
      .map((kind) => parseIndicator(kind, spelling))
      .filter((indicator) => indicator !== undefined)
      .filter(isMeant);
    if (indicators.length > 0) return indicators;
  }
  return [];
}

/** Links of portals and of what wraps them are read as links, and names of files are no domains. */
function isMeant({ kind, value }: Indicator): boolean {
  if (kind === 'domain') return !isFileName(value) && !isPortals(value) && !/\.[a-z0-9]$/.test(value);
  const url = kind === 'url' ? parseUrl(value) : undefined;
  return url === undefined || !(isPortals(url.hostname) || wrapperOf(url) !== undefined);
}

function isPortals(host: string): boolean {
  return portalOf(host) !== undefined;
}

/** Endings of files that are no top-level domain. */
const endings =
  /\.(?:exe|dll|sys|docx?|docm|xlsx?|xlsm|pptx?|pdf|rtf|txt|csv|log|dat|tmp|json|xml|ya?ml|html?|js|jse|vbs|vbe|ps1|psm1|bat|cmd|lnk|msi|iso|img|vhd|jpe?g|png|gif|eml|msg|7z|rar|gz|tar)$/;

function isFileName(domain: string): boolean {
  return endings.test(domain);
}
