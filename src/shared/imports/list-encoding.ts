/**
 * How the bytes of a list can be read as text, by the labels of the WHATWG Encoding Standard, and those of the code pages
 * that consoles of Windows write. The Unicode ones are recognised; of the others a file does not tell which it is, so that the user can choose. The order is that of the choice.
 */
export const listEncodings = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'koi8-r',
  'macintosh',
  'ibm850',
  'ibm437',
  'ibm852',
  'ibm866',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
  'utf-16le',
  'utf-16be',
] as const;
export type ListEncoding = (typeof listEncodings)[number];

/** How the bytes of a list were read. `guessed`: nothing in it told how, so that its names may be wrong. */
export interface ListReadAs {
  readonly encoding: ListEncoding;
  readonly guessed: boolean;
}
