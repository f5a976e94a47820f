import { problem, type Problem } from '#shared/problems/problem.ts';

/** Byte by byte what a file of some program begins with; `at` is where. */
interface Signature {
  readonly starts: string;
  readonly at?: number;
  /** Its signs are letters that a list may begin with as well: only beside a zero byte is it this. */
  readonly letters?: true;
  readonly is: Problem;
}

const picture = problem('list-picture', {});
const packed = problem('list-packed', {});
const binary = problem('list-binary', {});
const document = problem('list-document', {});
const workbook = problem('list-workbook', {});
const mail = problem('list-mail', {});

/** In Latin-1, from the formats' own specifications, as lists of magic numbers have them. */
const signatures: readonly Signature[] = [
  { starts: '%PDF-', is: document },
  { starts: '{\\rtf', is: document },
  { starts: '%!PS', is: document },
  { starts: '\x89PNG', is: picture },
  { starts: '\xff\xd8\xff', is: picture },
  { starts: 'GIF8', letters: true, is: picture },
  { starts: 'BM', letters: true, is: picture },
  { starts: 'WEBP', at: 8, letters: true, is: picture },
  { starts: 'II*\0', is: picture },
  { starts: 'MM\0*', is: picture },
  { starts: '8BPS', letters: true, is: picture },
  { starts: '\0\0\x01\0', is: picture },
  { starts: 'ftypheic', at: 4, is: picture },
  { starts: 'ftypavif', at: 4, is: picture },
  { starts: 'ftypmif1', at: 4, is: picture },
  { starts: '\x1f\x8b', is: packed },
  { starts: '7z\xbc\xaf\x27\x1c', is: packed },
  { starts: 'Rar!\x1a', is: packed },
  { starts: '\xfd7zXZ', is: packed },
  { starts: '\x28\xb5\x2f\xfd', is: packed },
  { starts: 'BZh', letters: true, is: packed },
  { starts: 'MSCF', letters: true, is: packed },
  { starts: 'ustar', at: 257, is: packed },
  { starts: 'MZ', letters: true, is: binary },
  { starts: '\x7fELF', is: binary },
  { starts: '\xca\xfe\xba\xbe', is: binary },
  { starts: 'SQLite format 3\0', is: binary },
  { starts: 'ID3', letters: true, is: binary },
  { starts: 'OggS', letters: true, is: binary },
  { starts: 'RIFF', letters: true, is: binary },
  { starts: 'PAR1', letters: true, is: binary },
];

/** So many bytes at the beginning tell what a file is. */
const head = 1_024;

/** What the bytes of a file are when they are no text at all: workbook, picture, archive and others. */
export function foreignBytes(bytes: Uint8Array): Problem | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const beginning = buffer.subarray(0, head).toString('latin1');
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((mark) => beginning.startsWith(mark)))
    return inZip(buffer);
  if (beginning.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return inCompound(buffer);
  // Readers of PDF allow other bytes before the mark.
  if (/^[^]{0,1000}%PDF-\d/.test(beginning)) return document;
  const hasZero = beginning.includes('\0');
  return signatures.find(
    ({ starts, at = 0, letters }) => beginning.startsWith(starts, at) && (hasZero || letters !== true),
  )?.is;
}

/** Office, OpenDocument and Apple's programs keep their documents in ZIP archives; the names inside tell whose it is. */
function inZip(buffer: Buffer): Problem {
  const has = (name: string): boolean => buffer.includes(name, 0, 'latin1');
  if (has('xl/workbook') || has('opendocument.spreadsheet') || has('Index/CalculationEngine'))
    return workbook;
  if (has('[Content_Types].xml') && has('xl/')) return workbook;
  if (has('word/') || has('ppt/') || has('opendocument.') || has('Index/Document.iwa')) return document;
  return packed;
}

/** Older Office, mails of Outlook and encrypted workbooks are compound files: their streams have names in UTF-16. */
function inCompound(buffer: Buffer): Problem {
  const has = (name: string): boolean => buffer.includes(name, 0, 'utf16le');
  if (has('__properties_version1.0') || has('__substg1.0')) return mail;
  if (has('WordDocument') || has('PowerPoint Document')) return document;
  return has('Workbook') || has('Book') || has('EncryptedPackage') ? workbook : document;
}
