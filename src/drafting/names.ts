/** The names of a draft against those on record: how they are spelt, and whether a close one is meant. */
import type { Draft } from '../codec/draft.js';
import type { Context } from '../discord/command.js';
import { cleanLine } from '../domain/clean.js';
import { findName, foldName } from '../domain/names.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { closeNames } from '../language/names/close.js';

/** Who demands, and of whom. */
type PartyField = 'issuer' | 'target';
const PARTIES: readonly PartyField[] = ['issuer', 'target'];

/** Several names of one field, which semicolons separate, each once. */
export function namesIn(text: string | undefined): readonly string[] {
  const names = (text ?? '').split(';').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

/** This many names on record of each kind are compared with a new one. */
const MOST_KNOWN = 5000;
/** This many names that begin alike are looked through for the very same one. */
const MOST_ALIKE = 25;
/** This many names on record are offered for one that was typed. */
const MOST_OFFERED = 3;

const hasCapital = (name: string) => name !== name.toLowerCase();

/** A name as it is on record, however it was typed; a record in lower case gives way to capitals. */
async function spelled(field: PartyField, name: string, { record, server }: Context): Promise<string> {
  const issuer = field === 'issuer' ? await server.issuer(name) : name;
  if (foldName(issuer) !== foldName(name)) return issuer;
  const known = findName(await record.names(field, cleanLine(name), MOST_ALIKE), name);
  return known === null || (!hasCapital(known) && hasCapital(name)) ? name : known;
}

/** The issuers or targets that were typed, as they are on record; an alias is its issuer (rules 19). */
export async function partiesOf(
  field: PartyField,
  typed: string | undefined,
  context: Context,
): Promise<readonly string[]> {
  const names = await Promise.all(namesIn(typed).map((name) => spelled(field, name, context)));
  return [...new Map(names.map((name) => [foldName(name), name])).values()];
}

/** A name that was typed, and those on record that it may stand for. */
export interface NameQuestion {
  readonly field: PartyField;
  readonly typed: string;
  /** At most three, the likeliest first. */
  readonly known: readonly string[];
}

/** Every name on record: of an alias the issuer that it leads to. */
async function knownNames({ record, server }: Context): Promise<ReadonlyMap<string, string>> {
  const [issuers, targets] = await Promise.all([server.issuers(), record.names('target', '', MOST_KNOWN)]);
  const aliases = issuers
    .slice(0, MOST_KNOWN)
    .flatMap(({ name, aliases: others }) => [name, ...others].map((alias) => [alias, name] as const));
  return new Map([...targets.map((name) => [name, name] as const), ...aliases]);
}

/** The fields of a draft whose names become part of the record. */
function namedFields({ verb, typed }: Draft): readonly PartyField[] {
  if (verb !== 'record' && verb !== 'terms' && verb !== 'correct') return [];
  return PARTIES.filter((field) => typed[field] !== undefined);
}

/** A corrected name is not asked whether it is the one that it corrects. */
function ownNames({ verb }: Draft, ultimatum: Ultimatum | null): readonly string[] {
  return verb === 'correct' && ultimatum !== null ? [...ultimatum.issuers, ...ultimatum.targets] : [];
}

/**
 * The first name of a draft that is not on record while a close one is, and that nobody has answered for yet; null where
 * nothing has to be asked.
 */
export async function nameQuestion(
  draft: Draft,
  ultimatum: Ultimatum | null,
  context: Context,
): Promise<NameQuestion | null> {
  const fields = namedFields(draft);
  if (fields.length === 0) return null;
  const names = await knownNames(context);
  const own = ownNames(draft, ultimatum);
  const known = [...names.keys()].filter((name) => findName(own, name) === null);
  for (const field of fields) {
    for (const typed of namesIn(draft.typed[field])) {
      const answered = findName([...draft.kept, ...own], typed) !== null;
      const close = answered ? [] : closeNames(typed, known).map((name) => names.get(name) ?? name);
      if (close.length > 0) return { field, typed, known: [...new Set(close)].slice(0, MOST_OFFERED) };
    }
  }
  return null;
}

/** The draft with the question answered: with the name on record, or with the typed one kept (`name` null). */
export function withName(draft: Draft, { field, typed }: NameQuestion, name: string | null): Draft {
  if (name === null) return { ...draft, kept: [...draft.kept, typed] };
  const names = namesIn(draft.typed[field]).map((other) => (other === typed ? name : other));
  return { ...draft, typed: { ...draft.typed, [field]: names.join('; ') } };
}
