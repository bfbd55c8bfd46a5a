/** What a submitted form says: its fields as the texts of a draft. */
import type { Draft, Typed } from '../codec/draft.js';
import { isTypedName } from '../domain/field-name.js';
import { COMPLIANCES, FOLLOW_THROUGHS } from '../domain/entry.js';
import { hasActed, hasComplied } from '../domain/outcome.js';

/** What a form sends where an outcome is for all targets that have none: no name can hold it. */
export const ALL_TARGETS = ';';

const namesAll = (targets: string | undefined) =>
  targets === ALL_TARGETS || targets?.startsWith(`${ALL_TARGETS}; `);

const ARROW = /\s*(?:→|->|=>)\s*/;

/** Reads "Donald Trump → Russia"; without an arrow the first " to " divides the two sides. */
export function parseParties(text: string): Typed {
  const [issuer = '', target = ''] = ARROW.test(text) ? text.split(ARROW) : text.split(/\s+to\s+/);
  return { issuer: issuer.trim(), target: target.trim() };
}

/** Gives one or two days, one per line, to the sides that need one. */
function parseWhen(text: string, typed: Typed): Typed {
  const [complied = '', acted = complied] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const compliance = COMPLIANCES.find((code) => code === typed.compliance);
  const followThrough = FOLLOW_THROUGHS.find((code) => code === typed['follow-through']);
  return {
    complied: compliance !== undefined && hasComplied(compliance) ? complied : '',
    acted: followThrough !== undefined && hasActed(followThrough) ? acted : '',
  };
}

/** The word that takes a text away in a correction, as it is typed in an option. */
const TAKEN_AWAY = 'none';
const REMOVABLE = ['threat', 'deadline', 'quote', 'source', 'by', 'tag', 'note', 'target'] as const;

/** The texts of a submitted form. In a correction an empty field takes away the text that it showed. */
export function formTexts({ verb, shown }: Draft, fields: Readonly<Record<string, string>>): Typed {
  const typed = typedFrom(fields);
  if (verb !== 'correct') return typed;
  // The two sides of a record share a field, and neither can be missing.
  const emptied = REMOVABLE.filter(
    (name) =>
      typed[name]?.trim() === '' &&
      shown[name] !== undefined &&
      (name !== 'target' || fields.targets !== undefined),
  );
  return { ...typed, ...Object.fromEntries(emptied.map((name) => [name, TAKEN_AWAY])) };
}

/** A submitted form as typed texts; what the form has no field for stays as it was. */
export function typedFrom(fields: Readonly<Record<string, string>>): Typed {
  const texts: Typed = Object.fromEntries(Object.entries(fields).filter(([id]) => isTypedName(id)));
  return {
    ...texts,
    ...(fields.targets === undefined ? {} : { target: fields.targets }),
    ...(namesAll(fields.target) ? { target: '' } : {}),
    ...(fields.source === undefined ? {} : { 'second-source': '' }),
    ...(fields.parties === undefined ? {} : parseParties(fields.parties)),
    ...(fields.when === undefined ? {} : parseWhen(fields.when, texts)),
  };
}
