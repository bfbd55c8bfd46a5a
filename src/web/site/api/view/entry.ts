/** The log as the API shows it: what happened, as it was recorded, and what corrects it. */
import type { z } from 'zod';
import { cleanText } from '../../../../domain/clean.js';
import { removedEntries } from '../../../../domain/corrections.js';
import type {
  CorrectedFields,
  Entry,
  LedgerEvent,
  Outcome,
  Reversal,
  Scoped,
} from '../../../../domain/entry.js';
import type { Reading } from '../../../../domain/reading.js';
import { ultimatumId } from '../../../../domain/ultimatum-id.js';
import type { Words } from '../../../../wording/index.js';
import { logRow } from '../../../../wording/pages/log.js';
import { plainText } from '../../../../wording/plain-text.js';
import type { ServerContext } from '../../context.js';
import type { UltimatumModel } from '../../model/ultimatum.js';
import { pathOf } from '../../paths.js';
import type { corrected, event as eventSchema, logEntry } from '../schema/entry.js';
import {
  actorOf,
  iso,
  linkOrNull,
  namesOf,
  readingOf,
  scopeOf,
  textOrNull,
  whenOf,
  whenOrNull,
} from './basics.js';
import { selfOf, sourceOf } from './ultimatum.js';

type EventAnswer = z.input<typeof eventSchema>;
type FieldsAnswer = z.input<typeof corrected>;

/** Every field that a correction may replace; one that is forgotten does not compile. */
type AllFields = { readonly [F in keyof Required<CorrectedFields>]: FieldsAnswer[F] };

const given = <V, A>(value: V | undefined, write: (value: V) => A): A | undefined =>
  value === undefined ? undefined : write(value);

const readingOrNull = (words: Words, reading: Reading | null) =>
  reading === null ? null : readingOf(words, reading);

function correctedOf(words: Words, fields: CorrectedFields): AllFields {
  const { zone, grade, compliance, followThrough } = fields;
  return {
    deadline: given(fields.deadline, (reading) => readingOrNull(words, reading)),
    stated: given(fields.stated, whenOf),
    zone,
    issuers: given(fields.issuers, namesOf),
    targets: given(fields.targets, scopeOf),
    demand: given(fields.demand, textOrNull),
    threat: given(fields.threat, textOrNull),
    tags: given(fields.tags, namesOf),
    quote: given(fields.quote, textOrNull),
    url: given(fields.url, linkOrNull),
    grade,
    actor: given(fields.actor, textOrNull),
    compliance,
    followThrough,
    complied: given(fields.complied, whenOf),
    acted: given(fields.acted, whenOf),
    note: given(fields.note, textOrNull),
  };
}

const scoped = ({ scope, actor }: Scoped) => ({ targets: scopeOf(scope), actor: actorOf(actor) });

const actsOf = ({ compliance, followThrough, complied, acted, note }: Outcome) => ({
  compliance,
  followThrough,
  complied: whenOrNull(complied),
  acted: whenOrNull(acted),
  note: textOrNull(note),
});

const undoneOf = ({ what, extent, when }: Reversal) => ({ what, extent, when: whenOf(when) });

function recordedOf(words: Words, record: Extract<LedgerEvent, { kind: 'recorded' }>): EventAnswer {
  const { kind, issuers, targets, demand, threat, zone, tags, deadline } = record;
  return {
    kind,
    issuers: namesOf(issuers),
    targets: namesOf(targets),
    demand: cleanText(demand),
    threat: textOrNull(threat),
    zone,
    tags: namesOf(tags),
    deadline: readingOrNull(words, deadline),
  };
}

function termsOf({
  kind,
  demand,
  threat,
  targets,
  scope,
}: Extract<LedgerEvent, { kind: 'terms' }>): EventAnswer {
  return {
    kind,
    demand: textOrNull(demand),
    threat: textOrNull(threat),
    allTargets: scopeOf(targets),
    targets: scopeOf(scope),
  };
}

/** What happened, as it was recorded. */
function eventOf(words: Words, value: LedgerEvent): EventAnswer {
  switch (value.kind) {
    case 'recorded':
      return recordedOf(words, value);
    case 'revised': {
      const { kind, revision, deadline } = value;
      return { kind, revision, deadline: readingOf(words, deadline), ...scoped(value) };
    }
    case 'suspended':
    case 'withdrawn':
      return { kind: value.kind, ...scoped(value) };
    case 'superseded':
      return { kind: value.kind, by: ultimatumId(value.by) };
    case 'passed':
      return { kind: value.kind, targets: scopeOf(value.scope) };
    case 'outcome':
      return { kind: value.kind, ...actsOf(value.outcome), ...scoped(value) };
    case 'reversed':
      return { kind: value.kind, ...undoneOf(value), ...scoped(value) };
    case 'terms':
      return termsOf(value);
    case 'sourced':
      return { kind: value.kind };
    case 'archived':
      return { kind: value.kind, url: linkOrNull(value.url), archive: linkOrNull(value.archive) };
    case 'dispute-closed': {
      const { kind, dispute, upheld, reason } = value;
      return { kind, dispute, upheld, reason: cleanText(reason) };
    }
    case 'linked':
      return { kind: value.kind, to: ultimatumId(value.to), as: value.as };
    case 'corrected': {
      const { kind, corrects, fields, removes, reason } = value;
      return { kind, corrects, fields: correctedOf(words, fields), removes, reason: cleanText(reason) };
    }
    case 'disputed':
    case 'hidden':
    case 'unhidden':
      return { kind: value.kind, reason: cleanText(value.reason) };
  }
}

/** One entry of the log. */
export function entryOf(
  context: ServerContext,
  { about }: UltimatumModel,
  entry: Entry,
): z.input<typeof logEntry> {
  const { words, publicUrl } = context;
  const { seq, recorded, stated, by, statements, event } = entry;
  const row = logRow(words, about, entry);
  return {
    id: ultimatumId(about.number),
    entry: seq,
    url: `${publicUrl}${pathOf(context, about.number)}/${seq}`,
    self: `${selfOf(context, about.number)}/log/${seq}`,
    stated: whenOf(stated),
    recorded: iso(recorded),
    by: by === null ? 'clock' : 'curator',
    text: [row.first, ...row.others].map(plainText),
    event: eventOf(words, event),
    sources: statements.map(sourceOf),
    correctedBy: [...row.correctedBy],
    removedBy: removedEntries(about.ultimatum.entries).get(seq) ?? null,
  };
}
