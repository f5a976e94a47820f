import { annotationFields, type Field } from './fields.ts';

/** What programs and people write where there is nothing to say. Compared in lower case. */
const words: ReadonlySet<string> = new Set([
  ...[
    '-',
    '--',
    '–',
    '—',
    '.',
    '?',
    'n/a',
    'n.a.',
    'na',
    '#n/a',
    '#name?',
    '#ref!',
    '#value!',
    '#null!',
    'nan',
  ],
  ...[
    'null',
    '(null)',
    '<null>',
    '$null',
    '\\n',
    'nil',
    'none',
    '(none)',
    '<none>',
    'undefined',
    'empty',
    '(empty)',
  ],
  ...[
    '(blank)',
    'blank',
    'unknown',
    '(unknown)',
    'tbd',
    'not set',
    'not available',
    'no data',
    'not applicable',
  ],
  ...[
    '[]',
    '{}',
    '[object object]',
    'aucun',
    'aucune',
    '(aucun)',
    'inconnu',
    'néant',
    'non renseigné',
    's.o.',
    's/o',
  ],
  ...['keine', 'keiner', 'unbekannt', 'entfällt', 'k. a.', 'k.a.', 'ninguno', 'ninguna', 'desconocido'],
]);

/** PowerShell and .NET write a type's name in the place of a value that has no one-line form. */
const typeName =
  /^(?:(?:Deserialized|Selected)\.)?(?:System\.[A-Z]|Microsoft\.[A-Z]\w*\.|Newtonsoft\.)[\w.`+]*(?:\[.*\])?$/s;

/** The cell, or nothing where a program wrote that there is nothing. What the user wrote stays, whatever it is. */
export function valueIn(field: Field, cell: string): string {
  return !written.has(field) && isNoValue(cell) ? '' : cell;
}

const written: ReadonlySet<Field> = new Set(annotationFields);

/** True for a cell that holds no value, though something stands there. */
export function isNoValue(cell: string): boolean {
  const text = cell.trim();
  if (text.length > 200) return false;
  return words.has(text.toLowerCase()) || typeName.test(text) || /^@\{.*\}$/s.test(text);
}
