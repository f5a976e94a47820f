/** How `VS_FIXEDFILEINFO` begins: its signature, and the version of its own form, 1.0 (Microsoft, verrsrc.h). */
const signature = Buffer.from([0xbd, 0x04, 0xef, 0xfe, 0x00, 0x00, 0x01, 0x00]);

/** The version that a program of Windows tells of itself, such as `156.0.7100.12`; nothing where it tells none. */
export function versionInExecutable(program: Uint8Array): string | undefined {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
  const at = bytes.indexOf(signature);
  if (at < 0 || at + 16 > bytes.length) return undefined;
  // Two numbers of 32 bits, the higher first, each of two parts.
  const parts = [10, 8, 14, 12].map((offset) => bytes.readUInt16LE(at + offset));
  return parts.some((part) => part > 0) ? parts.join('.') : undefined;
}
