/** A value directly in a key of Windows' registry. */
export interface RegistryEntry {
  /** '' for the key's own. */
  readonly name: string;
  /** Such as `REG_SZ`, whose data is the text itself, or `REG_DWORD`, whose data is a number in hexadecimal. */
  readonly type: string;
  readonly data: string;
}

/** A key with what is directly in it. `path`: in full, `HKEY_LOCAL_MACHINE\...`. */
export interface RegistryKey {
  readonly path: string;
  readonly entries: readonly RegistryEntry[];
}

/** A text of the registry: `key` is the full path of the key that it is in. The key's own has the name ''. */
export interface RegistryValue {
  readonly key: string;
  readonly name: string;
  readonly data: string;
}

const keyLine = /\[(.+)\]\r?\n/y;
/** Its name, in quotes or `@` for the key's own; then a text, or data that goes on over lines that end in a backslash. */
const valueLine =
  /(?:@|"([^"\\]*(?:\\[^][^"\\]*)*)")=(?:"([^"\\]*(?:\\[^][^"\\]*)*)"|([^"\r\n\\]*(?:\\\r?\n[^\r\n\\]*)*))\r?\n/y;
const anyLine = /[^\n]*\n/y;

/**
 * The keys in a file that `reg export` wrote, with theirs. Its form is that of .reg files (Microsoft, "How to add, modify,
 * or delete registry subkeys and values by using a .reg file"). What is in no such form is left out.
 */
export function parseRegistryExport(text: string): readonly RegistryKey[] {
  const keys: { path: string; entries: RegistryEntry[] }[] = [];
  let at = 0;
  const take = (form: RegExp): RegExpExecArray | undefined => {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found === null) return undefined;
    at = form.lastIndex;
    return found;
  };
  for (;;) {
    const [, path] = take(keyLine) ?? [];
    const value = path === undefined ? take(valueLine) : undefined;
    if (path !== undefined) keys.push({ path, entries: [] });
    else if (value !== undefined) keys.at(-1)?.entries.push(entryOf(value));
    else if (take(anyLine) === undefined) return keys;
  }
}

function entryOf([, name = '', text, data = '']: readonly (string | undefined)[]): RegistryEntry {
  const unescaped = name.replaceAll(/\\([^])/g, '$1');
  if (text !== undefined) return { name: unescaped, type: 'REG_SZ', data: text.replaceAll(/\\([^])/g, '$1') };
  return { name: unescaped, ...dataOf(data.replaceAll(/[\s\\]/g, '')) };
}

/** The number of each type in a .reg file (winnt.h). */
const types: Readonly<Record<string, string>> = {
  '0': 'REG_NONE',
  '1': 'REG_SZ',
  '2': 'REG_EXPAND_SZ',
  '7': 'REG_MULTI_SZ',
  b: 'REG_QWORD',
};

function dataOf(data: string): Pick<RegistryEntry, 'type' | 'data'> {
  const [, number] = /^dword:([0-9a-f]{1,8})$/i.exec(data) ?? [];
  if (number !== undefined) return { type: 'REG_DWORD', data: `0x${number}` };
  const [, kind, bytes = ''] = /^hex(?:\(([0-9a-f]+)\))?:([0-9a-f,]*)$/i.exec(data) ?? [];
  const type = kind === undefined ? 'REG_BINARY' : (types[kind.toLowerCase()] ?? `REG_${kind}`);
  const isText = type === 'REG_SZ' || type === 'REG_EXPAND_SZ';
  return { type, data: isText ? textOf(bytes) : bytes };
}

/** UTF-16, with what ends it. */
function textOf(bytes: string): string {
  const [text = ''] = Buffer.from(bytes.replaceAll(',', ''), 'hex').toString('utf16le').split('\0', 1);
  return text;
}

/** The texts among what is in these keys. */
export function textsIn(keys: readonly RegistryKey[]): RegistryValue[] {
  return keys.flatMap(({ entries, path }) =>
    entries
      .filter(({ type }) => type === 'REG_SZ' || type === 'REG_EXPAND_SZ')
      .map(({ data, name }) => ({ key: path, name, data: data.trim() })),
  );
}

/** What is directly in one of these keys; nothing where it is not among them. The registry knows no case. */
export function entriesOf(keys: readonly RegistryKey[], key: string): readonly RegistryEntry[] | undefined {
  return keys.find(({ path }) => path.toLowerCase() === key.toLowerCase())?.entries;
}

/** The texts and numbers of a key by name, and those of each key in it as an object with the key's name. */
export function valuesBelow(keys: readonly RegistryKey[], path: string): Readonly<Record<string, unknown>> {
  const beginning = `${path}\\`;
  const nameOf = (other: string): string | undefined => {
    const [first, name] = [other.slice(0, beginning.length), other.slice(beginning.length)];
    return first.toLowerCase() === beginning.toLowerCase() && !name.includes('\\') ? name : undefined;
  };
  const below = keys.flatMap((key): (readonly [string, unknown])[] => {
    const name = nameOf(key.path);
    return name === undefined || name === '' ? [] : [[name, valuesBelow(keys, key.path)]];
  });
  const plain = (entriesOf(keys, path) ?? []).filter(({ name, type }) => name !== '' && readable.has(type));
  return Object.fromEntries([
    ...below,
    ...plain.map(({ data, name, type }) => [name, type === 'REG_DWORD' ? Number(data) : data] as const),
  ]);
}

const readable: ReadonlySet<string> = new Set(['REG_SZ', 'REG_EXPAND_SZ', 'REG_DWORD']);
