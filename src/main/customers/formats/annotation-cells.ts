import type { Annotation, AnnotationChange } from '#shared/customer/customer.ts';
import { isolationLevels } from '#shared/customer/isolation.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { AnnotationField } from './fields.ts';

type Cells = Readonly<Partial<Record<AnnotationField, string>>>;

/** An annotation as the cells of a row; `annotationOfCell` reads each back. A blank cell says nothing. */
export function cellsOf(annotation: Annotation): Cells {
  const { name, aliases, tags, note, instruction, colour, links } = annotation;
  const { browser, isolation, ownProfile, accountId } = annotation;
  return {
    ownName: name ?? '',
    aliases: joinItems(aliases ?? []),
    tags: joinItems(tags ?? []),
    favourite: annotation.favourite === true ? 'yes' : '',
    hidden: annotation.hidden === true ? 'yes' : '',
    note: note ?? '',
    instruction: instruction?.text ?? '',
    atLaunch: instruction?.atLaunch === true ? 'yes' : '',
    colour: colour ?? '',
    links: joinItems((links ?? []).map((link) => `${link.name} ${link.url}`)),
    browser: browser ?? '',
    isolation: isolation ?? '',
    ownProfile: ownProfile ?? '',
    account: accountId ?? '',
  };
}

/**
 * What one cell says, as it was written: `changeAnnotation` judges and cleans it. `row` has the row's other cells.
 * Error: `value-unknown`.
 */
export function annotationOfCell(
  field: AnnotationField,
  text: string,
  row: Cells,
): Result<AnnotationChange, Problem> {
  switch (field) {
    case 'ownName':
      return ok({ name: text });
    case 'aliases':
      return ok({ aliases: splitItems(text) });
    case 'tags':
      return ok({ tags: splitItems(text) });
    case 'favourite':
      return flag(text, (favourite) => ({ favourite }));
    case 'hidden':
      return flag(text, (hidden) => ({ hidden }));
    case 'note':
      return ok({ note: text });
    case 'instruction':
      return flag(row.atLaunch ?? '', (atLaunch) => ({ instruction: { text, atLaunch } }));
    case 'atLaunch':
      return flag(text, () => ({}));
    case 'colour':
      return ok({ colour: text });
    case 'links':
      return ok({ links: splitItems(text).map(readLink) });
    case 'browser':
      return ok({ browser: text });
    case 'isolation': {
      const isolation = isolationLevels.find((level) => level === text.trim().toLowerCase());
      return isolation === undefined ? unknown(text, isolationLevels) : ok({ isolation });
    }
    case 'ownProfile':
      return ok({ ownProfile: text });
    case 'account':
      return ok({ accountId: text });
  }
}

/** `Access package https://myaccess.microsoft.com/…`: the address holds no blank. */
function readLink(text: string): { readonly name: string; readonly url: string } {
  const [, name = '', url = ''] = /^(.*?)\s*(\S*)$/s.exec(text.trim()) ?? [];
  return { name, url };
}

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'oui', 'o', 'vrai', 'ja', 'j', 'wahr']);
const no = new Set(['', 'no', 'n', 'false', '0', 'non', 'faux', 'nein', 'falsch']);

function flag(text: string, use: (value: boolean) => AnnotationChange): Result<AnnotationChange, Problem> {
  const word = text.trim().toLowerCase();
  return yes.has(word) || no.has(word) ? ok(use(yes.has(word))) : unknown(text, ['yes', 'no']);
}

function unknown(text: string, allowed: readonly string[]): Result<never, Problem> {
  return err(problem('value-unknown', { text: text.trim().slice(0, 80), allowed: allowed.join(', ') }));
}

/** Several one-line texts in one cell: `gold; france`. What has a meaning in a text has a backslash before it. */
function joinItems(items: readonly string[]): string {
  return items
    .map((item) => item.replace(/[\\;]/g, String.raw`\$&`))
    .join('; ')
    .replace(/^[[{]/, String.raw`\$&`);
}

/** Also one a line, as people write them, and as other programs write a list. A backslash before anything else is one. */
function splitItems(cell: string): string[] {
  const [, square, curly] = /^\s*(?:\[(.*)\]|\{(.*)\})\s*$/s.exec(cell) ?? [];
  const listed = square ?? curly;
  if (listed !== undefined) return listedItems(listed);
  const items = cell.match(/(?:\\[\\;[{]|[^;\n])+/g) ?? [];
  return items.map((item) => item.replace(/\\([\\;[{])/g, '$1').trim()).filter((item) => item !== '');
}

/** What stands between the brackets of `["gold", "france"]` or `{gold, france}`, as JSON, YAML and PowerShell write a list. */
function listedItems(text: string): string[] {
  const items = text.match(/\s*(?:"(?:[^"\\]|\\.)*"|'[^']*')\s*|[^,;]+/g) ?? [];
  return items
    .map((item) => item.trim().replace(/^(["'])(.*)\1$/s, '$2'))
    .map((item) => item.replace(/\\(["\\])/g, '$1').trim())
    .filter((item) => item !== '');
}
