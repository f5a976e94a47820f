/**
 * A Windows library (PE32) that exports functions by these names and holds no code: as much as makensis reads of a plugin. The real
 * plugins come with electron-builder's own NSIS, which is on GitHub.
 */
export function pluginLibrary(names: readonly string[]): Buffer {
  const sorted = [...names].sort();
  const section = exportSection(sorted);
  const raw = align(section.length, fileAlignment);
  const file = Buffer.alloc(headersSize + raw);
  file.write('MZ', 0, 'latin1');
  file.writeUInt32LE(64, 0x3c);
  file.write('PE\0\0', 64, 'latin1');
  const coff = 68;
  file.writeUInt16LE(0x14c, coff); // i386
  file.writeUInt16LE(1, coff + 2); // sections
  file.writeUInt16LE(224, coff + 16); // size of the optional header
  file.writeUInt16LE(0x2102, coff + 18); // executable, 32 bits, library
  const optional = coff + 20;
  file.writeUInt16LE(0x10b, optional); // PE32
  file.writeUInt32LE(0x10000000, optional + 28); // image base
  file.writeUInt32LE(sectionAlignment, optional + 32);
  file.writeUInt32LE(fileAlignment, optional + 36);
  file.writeUInt16LE(5, optional + 48); // subsystem version
  file.writeUInt32LE(sectionAddress + align(section.length, sectionAlignment), optional + 56);
  file.writeUInt32LE(headersSize, optional + 60);
  file.writeUInt16LE(2, optional + 68); // subsystem: windows
  file.writeUInt32LE(16, optional + 92); // directories
  file.writeUInt32LE(sectionAddress, optional + 96); // the first one: exports
  file.writeUInt32LE(section.length, optional + 100);
  const table = optional + 224;
  file.write('.edata', table, 'latin1');
  file.writeUInt32LE(section.length, table + 8);
  file.writeUInt32LE(sectionAddress, table + 12);
  file.writeUInt32LE(raw, table + 16);
  file.writeUInt32LE(headersSize, table + 20);
  file.writeUInt32LE(0x40000040, table + 36); // initialized, readable
  section.copy(file, headersSize);
  return file;
}

const fileAlignment = 0x200;
const sectionAlignment = 0x1000;
const sectionAddress = 0x1000;
const headersSize = 0x200;

function align(size: number, to: number): number {
  return Math.ceil(size / to) * to;
}

/** The directory, then addresses, names' places, ordinals, and the names. */
function exportSection(names: readonly string[]): Buffer {
  const count = names.length;
  const [addresses, places] = [40, 40 + 4 * count];
  const ordinals = places + 4 * count;
  const texts = ['plugin.dll', ...names].map((name) => Buffer.from(`${name}\0`, 'latin1'));
  let at = ordinals + 2 * count;
  const offsets = texts.map((text) => {
    const offset = at;
    at += text.length;
    return sectionAddress + offset;
  });
  const section = Buffer.alloc(at);
  section.writeUInt32LE(offsets[0] ?? 0, 12);
  section.writeUInt32LE(1, 16);
  section.writeUInt32LE(count, 20);
  section.writeUInt32LE(count, 24);
  for (const [index, place] of [addresses, places, ordinals].entries())
    section.writeUInt32LE(sectionAddress + place, 28 + 4 * index);
  for (let index = 0; index < count; index += 1) {
    section.writeUInt32LE(sectionAddress, addresses + 4 * index);
    section.writeUInt32LE(offsets[index + 1] ?? 0, places + 4 * index);
    section.writeUInt16LE(index, ordinals + 2 * index);
  }
  Buffer.concat(texts).copy(section, ordinals + 2 * count);
  return section;
}
