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

/** The texts and numbers directly in one key, from what `reg query <key>` prints; a number comes in hexadecimal. */
export function parseRegistryValues(output: string): Readonly<Record<string, string | number>> {
  const values: Record<string, string | number> = {};
  for (const line of output.split(/\r?\n/)) {
    const [, name, type, data] = /^ {4}(\S.*?) {4}REG_(SZ|EXPAND_SZ|DWORD) {4}(.*)$/.exec(line) ?? [];
    if (name === undefined || data === undefined) continue;
    values[name] = type === 'DWORD' ? Number(data.trim()) : data.trim();
  }
  return values;
}
