/** An object of JSON. */
type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object that a JSON text holds, or nothing if there is none. */
export function parseObject(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Puts a value at a path of keys, making the objects on the way. */
export function assign(parent: JsonObject, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    parent[key] = value;
    return;
  }
  const child = parent[key];
  if (isObject(child)) {
    assign(child, rest, value);
    return;
  }
  const made: JsonObject = {};
  parent[key] = made;
  assign(made, rest, value);
}
