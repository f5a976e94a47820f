import { listEncodings, type ListEncoding } from '#shared/imports/list-encoding.ts';

/** Code pages that people know by Windows' number and the standard by another name. */
const pages: Readonly<Record<string, ListEncoding>> = {
  '437': 'ibm437',
  '850': 'ibm850',
  '852': 'ibm852',
  '866': 'ibm866',
  '874': 'windows-874',
  '932': 'shift_jis',
  '936': 'gb18030',
  '949': 'euc-kr',
  '950': 'big5',
  '10000': 'macintosh',
  '1200': 'utf-16le',
  '1201': 'utf-16be',
  '65001': 'utf-8',
};

/**
 * The encoding that a label means, in any case: `UTF8`, `Shift-JIS`, `cp1250` or just `1250`. Nothing for one that is not
 * offered.
 */
export function listEncodingOf(label: string): ListEncoding | undefined {
  const plain = label.trim().toLowerCase();
  const [, page] = /^(?:cp|windows|ms|x-cp|ibm|oem|dos)?[-_ ]?(\d{3,5})$/.exec(plain) ?? [];
  const name = page === undefined ? nameOf(plain) : (pages[page] ?? nameOf(`windows-${page}`));
  return listEncodings.find((encoding) => encoding === (name === 'gbk' ? 'gb18030' : name));
}

function nameOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
