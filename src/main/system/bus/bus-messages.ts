/** A message of the D-Bus wire format, as far as signals and answers are read. */
export interface BusMessage {
  readonly isSignal: boolean;
  /** Absent in what is no signal or call. */
  readonly member: string | undefined;
  /** The number of the call that it answers; absent in what is no answer. */
  readonly replyTo: number | undefined;
  /** The body, where it is texts and nothing else. */
  readonly texts: () => readonly string[];
  /** The body, where it is one yes or no. */
  readonly flag: () => boolean | undefined;
}

/** What was read is no message, or one that is longer than any that is waited for. */
export class BusError extends Error {}

/** More bytes than a signal of the bus has. */
const longest = 65_536;

/** Codes of the header's fields. */
const fields = { path: 1, interface: 2, member: 3, replyTo: 5, page: 6, signature: 8 } as const;

/** The path of the session bus's socket for `net.connect`, an abstract one with its leading zero; nothing where there is none. */
export function busPath(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const addresses = environment['DBUS_SESSION_BUS_ADDRESS'];
  const folder = environment['XDG_RUNTIME_DIR'];
  if (addresses === undefined || addresses === '') return folder === undefined ? undefined : `${folder}/bus`;
  for (const address of addresses.split(';')) {
    const [, parts = ''] = /^unix:(.*)$/.exec(address) ?? [];
    for (const part of parts.split(',')) {
      const [, key, value = ''] = /^(path|abstract)=(.+)$/.exec(part) ?? [];
      if (key !== undefined) return (key === 'abstract' ? '\0' : '') + unescaped(value);
    }
  }
  return undefined;
}

function unescaped(value: string): string {
  return value.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** A call to the bus itself, which takes one text or nothing. */
export function encodeCall(serial: number, member: string, text?: string): Buffer {
  const body = text === undefined ? Buffer.alloc(0) : textBytes(text);
  const bus = 'org.freedesktop.DBus';
  const header = padded([
    field(fields.path, 'o', textBytes('/org/freedesktop/DBus')),
    field(fields.interface, 's', textBytes(bus)),
    field(fields.member, 's', textBytes(member)),
    field(fields.page, 's', textBytes(bus)),
    ...(text === undefined ? [] : [field(fields.signature, 'g', Buffer.from('\x01s\0', 'latin1'))]),
  ]);
  const begin = Buffer.alloc(16);
  // Little end first, a call, no flags, version 1.
  begin.set([0x6c, 1, 0, 1]);
  begin.writeUInt32LE(body.length, 4);
  begin.writeUInt32LE(serial, 8);
  begin.writeUInt32LE(header.length, 12);
  const toBody = Buffer.alloc(-header.length & 7);
  return Buffer.concat([begin, header, toBody, body]);
}

/** The first message in the bytes, and what follows it; nothing while it is not whole. Throws `BusError`. */
export function takeMessage(
  bytes: Buffer,
): { readonly message: BusMessage; readonly rest: Buffer } | undefined {
  if (bytes.length < 16) return undefined;
  const little = bytes[0] === 0x6c;
  if (!little && bytes[0] !== 0x42) throw new BusError();
  const number = (at: number): number => {
    if (at + 4 > bytes.length) throw new BusError();
    return little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
  };
  const bodyLength = number(4);
  const headerEnd = 16 + number(12);
  const bodyStart = headerEnd + (-headerEnd & 7);
  const end = bodyStart + bodyLength;
  if (end > longest) throw new BusError();
  if (bytes.length < end) return undefined;
  const text = (at: number): { readonly value: string; readonly end: number } => {
    const length = number(at);
    if (at + 4 + length >= end + 1) throw new BusError();
    return { value: bytes.toString('utf8', at + 4, at + 4 + length), end: at + 5 + length };
  };
  let member: string | undefined;
  let replyTo: number | undefined;
  let signature = '';
  for (let at = 16; at < headerEnd; at += -at & 7) {
    const code = bytes[at];
    const type = String.fromCharCode(bytes[at + 2] ?? 0);
    // Behind the code and the type's own signature: its length, its letter, its end.
    at += 4;
    if (type === 'u') {
      if (code === fields.replyTo) replyTo = number(at);
      at += 4;
    } else if (type === 'g') {
      const length = bytes[at] ?? 0;
      if (code === fields.signature) signature = bytes.toString('latin1', at + 1, at + 1 + length);
      at += length + 2;
    } else if (type === 's' || type === 'o') {
      const read = text(at);
      if (code === fields.member) member = read.value;
      at = read.end;
    } else throw new BusError();
  }
  const texts = (): readonly string[] => {
    const all: string[] = [];
    if (!/^s*$/.test(signature)) return all;
    for (let at = bodyStart; all.length < signature.length; at += -at & 3) {
      const read = text(at);
      all.push(read.value);
      at = read.end;
    }
    return all;
  };
  const flag = (): boolean | undefined => (signature === 'b' ? number(bodyStart) === 1 : undefined);
  return { message: { isSignal: bytes[1] === 4, member, replyTo, texts, flag }, rest: bytes.subarray(end) };
}

function textBytes(text: string): Buffer {
  const bytes = Buffer.from(`${text}\0`);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length - 1);
  return Buffer.concat([length, bytes]);
}

/** A field of the header: its code, its type as a signature, its value. */
function field(code: number, type: string, value: Buffer): Buffer {
  return Buffer.concat([Buffer.from([code, 1, type.charCodeAt(0), 0]), value]);
}

/** The parts one after the other, each beginning at a multiple of eight bytes. */
function padded(parts: readonly Buffer[]): Buffer {
  let whole = Buffer.alloc(0);
  for (const part of parts) whole = Buffer.concat([whole, Buffer.alloc(-whole.length & 7), part]);
  return whole;
}
