/** A value of the Windows registry. The default value of a key has the name ''. */
export interface RegistryValue {
  /** Full path of its key, as `reg query` spells it: `HKEY_LOCAL_MACHINE\...`. */
  readonly key: string;
  readonly name: string;
  readonly data: string;
}

/**
 * The text values in what `reg query <key> /s` prints: a line with the key, then for each value four spaces, name,
 * four spaces, type, four spaces, data (Microsoft's documentation of `reg query`, Examples). The default value's name
 * is translated with the system, `(Default)`, `(Standard)`, `(par défaut)`: only its parentheses can be relied on.
 */
export function parseRegistryOutput(output: string): RegistryValue[] {
  const values: RegistryValue[] = [];
  let key = '';
  for (const line of output.split(/\r?\n/)) {
    if (/^HKEY_[A-Z_]+\\/.test(line)) key = line.trimEnd();
    const [, name, data] = /^ {4}(\S.*?) {4}REG_(?:EXPAND_)?SZ {4}(.*)$/.exec(line) ?? [];
    if (key !== '' && name !== undefined && data !== undefined) {
      values.push({ key, name: /^\(.*\)$/.test(name) ? '' : name, data: data.trim() });
    }
  }
  return values;
}

/** A value directly in a key, of any type; the key's own has the name ''. */
export interface RegistryEntry {
  readonly name: string;
  /** Such as `REG_DWORD`, whose data is a number in hexadecimal. */
  readonly type: string;
  readonly data: string;
}

/** The values directly in one key, from what `reg query <key>` prints. */
export function parseRegistryEntries(output: string): readonly RegistryEntry[] {
  return output.split(/\r?\n/).flatMap((line) => {
    const [, name, type, data = ''] = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/.exec(line) ?? [];
    if (name === undefined || type === undefined) return [];
    return [{ name: /^\(.*\)$/.test(name) ? '' : name, type, data: data.trim() }];
  });
}

/** Whether a key is named in what `reg query` printed for the key above it. `key` in full, from `HKEY_` on. */
export function namesKey(output: string, key: string): boolean {
  return output.split(/\r?\n/).some((line) => line.trim().toLowerCase() === key.toLowerCase());
}

/** The texts and numbers directly in one key, from what `reg query <key>` prints. */
export function parseRegistryValues(output: string): Readonly<Record<string, string | number>> {
  const entries = parseRegistryEntries(output).filter(({ name, type }) => name !== '' && readable.has(type));
  return Object.fromEntries(
    entries.map(({ data, name, type }) => [name, type === 'REG_DWORD' ? Number(data) : data]),
  );
}

const readable: ReadonlySet<string> = new Set(['REG_SZ', 'REG_EXPAND_SZ', 'REG_DWORD']);
