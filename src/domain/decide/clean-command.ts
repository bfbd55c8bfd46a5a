/** Cleans the texts of a command before it is decided. */
import { cleanLine, cleanText } from '../clean.js';
import type {
  Command,
  CommandByVerb,
  CommandKind,
  CommandOf,
  CorrectedFields,
  Outcome,
  Scoped,
  Statement,
} from '../entry.js';
import { withoutCredentials } from '../links.js';

/** Names as they are kept, each once, in order; those of which nothing would be seen are none. */
function cleanNames(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(cleanLine).filter((name) => name !== ''))];
}

const link = (url: string | null) => (url === null ? null : withoutCredentials(url));
const maybe = (text: string | null) => (text === null ? null : cleanText(text) || null);

function cleanStatement(statement: Statement): Statement {
  const outlet = statement.outlet === null ? null : cleanLine(statement.outlet) || null;
  const links = { url: link(statement.url), archive: link(statement.archive) };
  return { ...statement, ...links, quote: maybe(statement.quote), outlet };
}

const cleanOutcome = (outcome: Outcome): Outcome => ({ ...outcome, note: maybe(outcome.note) });

function cleanFields(fields: CorrectedFields): CorrectedFields {
  const { issuers, targets, tags, demand, threat, quote, url, actor, note } = fields;
  return {
    ...fields,
    ...(issuers === undefined ? {} : { issuers: cleanNames(issuers) }),
    ...(tags === undefined ? {} : { tags: cleanNames(tags) }),
    ...(actor === undefined ? {} : { actor: actor === null ? null : cleanLine(actor) }),
    ...(note === undefined ? {} : { note: maybe(note) }),
    ...(targets === undefined ? {} : { targets: targets === null ? null : cleanNames(targets) }),
    ...(demand === undefined ? {} : { demand: demand === null ? null : cleanText(demand) }),
    ...(threat === undefined ? {} : { threat: maybe(threat) }),
    ...(quote === undefined ? {} : { quote: maybe(quote) }),
    ...(url === undefined ? {} : { url: link(url) }),
  };
}

/** Keys that hold a text in free words, or a list of them; links between ultimatums and the like are codes. */
type FreeText<C> = {
  [K in keyof C]-?: string extends C[K]
    ? K
    : C[K] extends readonly (infer E)[]
      ? string extends E
        ? K
        : never
      : never;
}[keyof C];
/** Cleaned apart, whatever the verb, or checked when they were chosen. */
type CleanedApart = keyof Scoped | 'zone';
type WithoutTexts = {
  [V in CommandKind]: [Exclude<FreeText<CommandByVerb[V]>, CleanedApart>] extends [never]
    ? CommandByVerb[V]
    : never;
}[CommandKind];

/** A verb that holds a text does not compile here: it has to be cleaned. */
const withoutTexts = (command: Exclude<WithoutTexts, CommandOf<'outcome' | 'correct'>>): Command => command;

/** The targets it is for, and who did it. */
function cleanScope({ scope, actor }: Scoped): Scoped {
  return {
    ...(scope === undefined ? {} : { scope: cleanNames(scope) }),
    ...(actor === undefined ? {} : { actor: cleanLine(actor) }),
  };
}

/** The texts of a command as they are kept: whichever door it came through, it is cleaned here, before it is decided. */
function cleanTexts(command: Command): Command {
  switch (command.verb) {
    case 'record': {
      const { issuers, targets, demand, threat, tags } = command;
      const names = { issuers: cleanNames(issuers), targets: cleanNames(targets), tags: cleanNames(tags) };
      return { ...command, ...names, demand: cleanText(demand), threat: maybe(threat) };
    }
    case 'terms': {
      const { demand, threat, targets } = command;
      const named = targets === null ? null : cleanNames(targets);
      return { ...command, demand: maybe(demand), threat: maybe(threat), targets: named };
    }
    case 'outcome':
      return { ...command, outcome: cleanOutcome(command.outcome) };
    case 'correct':
      return { ...command, fields: cleanFields(command.fields), reason: cleanText(command.reason) };
    case 'dispute':
    case 'close-dispute':
    case 'hide':
    case 'unhide':
      return { ...command, reason: cleanText(command.reason) };
    case 'archive':
      return { ...command, archive: withoutCredentials(command.archive) };
    default:
      return withoutTexts(command);
  }
}

/** The command with every typed text cleaned: what a person sees stays, and invisible characters go. */
export function cleanCommand(command: Command): Command {
  const texts = cleanTexts(command);
  const cleaned =
    'statements' in texts ? { ...texts, statements: texts.statements.map(cleanStatement) } : texts;
  return 'scope' in cleaned || 'actor' in cleaned ? { ...cleaned, ...cleanScope(cleaned) } : cleaned;
}
