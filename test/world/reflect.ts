/**
 * The four members of the metadata proposal that the container inside @peculiar/x509 expects to find on `Reflect`.
 * Import this before that library. Nothing else in the project uses them.
 */
type Metadata = Map<unknown, unknown>;

const known = new WeakMap<object, Metadata>();

const members = {
  defineMetadata(key: unknown, value: unknown, target: object): void {
    const own = known.get(target) ?? new Map<unknown, unknown>();
    own.set(key, value);
    known.set(target, own);
  },
  getOwnMetadata(key: unknown, target: object): unknown {
    return known.get(target)?.get(key);
  },
  getMetadata(key: unknown, target: object): unknown {
    for (
      let each: object | null = target;
      each !== null;
      each = Object.getPrototypeOf(each) as object | null
    ) {
      const own = known.get(each);
      if (own?.has(key) === true) return own.get(key);
    }
    return undefined;
  },
};

for (const [name, value] of Object.entries(members)) {
  if (!(name in Reflect)) Object.defineProperty(Reflect, name, { value, configurable: true });
}
