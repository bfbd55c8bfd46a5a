/** Reads what measuring text needs from a font file (TrueType or OpenType): its family and the width of each character. */
import { readFileSync } from 'node:fs';

/** A font as far as text is measured with it. */
export interface FontMetrics {
  readonly family: string;
  /** How far a character moves the pen at a size of 1; null where the font does not have it. */
  readonly advance: (codePoint: number) => number | null;
}

type Tables = ReadonlyMap<string, number>;

/** Where each table begins; of a collection those of its first font. */
function tablesOf(file: Buffer): Tables {
  const start = file.toString('latin1', 0, 4) === 'ttcf' ? file.readUInt32BE(12) : 0;
  const count = file.readUInt16BE(start + 4);
  const tables = new Map<string, number>();
  for (let index = 0; index < count; index += 1) {
    const record = start + 12 + 16 * index;
    tables.set(file.toString('latin1', record, record + 4), file.readUInt32BE(record + 8));
  }
  return tables;
}

function tableOf(tables: Tables, name: string): number {
  const start = tables.get(name);
  if (start === undefined) throw new Error(`The font has no table "${name}".`);
  return start;
}

const FAMILY = 1;
const TYPOGRAPHIC_FAMILY = 16;
const WINDOWS = 3;
const AMERICAN = 0x409;

/** The family by which a renderer finds the font. */
function familyOf(file: Buffer, name: number): string {
  const [count, strings] = [file.readUInt16BE(name + 2), name + file.readUInt16BE(name + 4)];
  const found = new Map<number, string>();
  for (let index = 0; index < count; index += 1) {
    const record = name + 6 + 12 * index;
    const [platform, language, id] = [0, 4, 6].map((offset) => file.readUInt16BE(record + offset));
    if (platform !== WINDOWS || language !== AMERICAN || id === undefined) continue;
    const [length, offset] = [file.readUInt16BE(record + 8), file.readUInt16BE(record + 10)];
    const text = Buffer.from(file.subarray(strings + offset, strings + offset + length));
    found.set(id, text.swap16().toString('utf16le'));
  }
  return found.get(TYPOGRAPHIC_FAMILY) ?? found.get(FAMILY) ?? '';
}

/** The glyph of each character, from a table in groups (format 12). */
function inGroups(file: Buffer, table: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let group = 0; group < file.readUInt32BE(table + 12); group += 1) {
    const at = table + 16 + 12 * group;
    const [first, last, glyph] = [0, 4, 8].map((offset) => file.readUInt32BE(at + offset));
    if (first === undefined || last === undefined || glyph === undefined) continue;
    for (let point = first; point <= last; point += 1) glyphs.set(point, glyph + point - first);
  }
  return glyphs;
}

/** The same from a table in segments (format 4). */
function inSegments(file: Buffer, table: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const length = file.readUInt16BE(table + 6);
  const part = (index: number, at: number) => table + 14 + index * length + (index > 0 ? 2 : 0) + at;
  for (let at = 0; at < length; at += 2) {
    const last = file.readUInt16BE(part(0, at));
    const first = file.readUInt16BE(part(1, at));
    const delta = file.readUInt16BE(part(2, at));
    const offset = file.readUInt16BE(part(3, at));
    for (let point = first; point <= last && point < 0xff_ff; point += 1) {
      const glyph = offset === 0 ? point : file.readUInt16BE(part(3, at) + offset + 2 * (point - first));
      if (glyph !== 0) glyphs.set(point, (glyph + delta) & 0xff_ff);
    }
  }
  return glyphs;
}

function glyphsOf(file: Buffer, cmap: number): ReadonlyMap<number, number> {
  const count = file.readUInt16BE(cmap + 2);
  const tables = Array.from({ length: count }, (_, index) => cmap + file.readUInt32BE(cmap + 8 + 8 * index));
  const format = (wanted: number) => tables.find((table) => file.readUInt16BE(table) === wanted);
  const [groups, segments] = [format(12), format(4)];
  if (groups !== undefined) return inGroups(file, groups);
  return segments === undefined ? new Map() : inSegments(file, segments);
}

/**
 * The metrics of a font file.
 * @throws where the file cannot be read, or is no font.
 */
export function readFont(path: string): FontMetrics {
  const file = readFileSync(path);
  const tables = tablesOf(file);
  const glyphs = glyphsOf(file, tableOf(tables, 'cmap'));
  const unitsPerEm = file.readUInt16BE(tableOf(tables, 'head') + 18);
  const measured = file.readUInt16BE(tableOf(tables, 'hhea') + 34);
  const widths = tableOf(tables, 'hmtx');
  return {
    family: familyOf(file, tableOf(tables, 'name')),
    advance(codePoint) {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return null;
      return file.readUInt16BE(widths + 4 * Math.min(glyph, measured - 1)) / unitsPerEm;
    },
  };
}
