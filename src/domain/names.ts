/** How names of issuers and targets are compared: without case and accents (rules 19). */
import { cleanLine } from './clean.js';

/** A name as two are compared: without case, accents and doubled spaces. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();
}

/** Whether two names are one, also where an older release kept characters that are no longer kept. */
function isSameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b) || foldName(cleanLine(a)) === foldName(cleanLine(b));
}

/** The name among `names` that `given` stands for, letter by letter first; null where there is none. */
export function findName(names: readonly string[], given: string): string | null {
  return names.find((name) => name === given) ?? names.find((name) => isSameName(name, given)) ?? null;
}
