/** `/ultimatum correct`: the fields that were typed replace those of the entry. */
import type { Typed } from '../codec/draft.js';
import { COMPLIANCES, FOLLOW_THROUGHS, type CorrectedFields } from '../domain/entry.js';
import type { Reading } from '../domain/reading.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import type { When } from '../domain/when.js';
import { deadlineOf, type DatedCommand } from './deadline.js';
import type { DraftContext } from './draft-context.js';
import { momentOf } from './moment.js';
import { namesIn } from './names.js';

/** What was typed, as the fields of a correction; a field that was not typed is left out. */
function correctedFields(typed: Typed, deadline: Reading | null, stated: When | null): CorrectedFields {
  const { issuer, target, demand, threat, quote, source: url } = typed;
  const compliance = COMPLIANCES.find((code) => code === typed.compliance);
  const followThrough = FOLLOW_THROUGHS.find((code) => code === typed['follow-through']);
  return {
    ...(deadline === null ? {} : { deadline }),
    ...(stated === null ? {} : { stated }),
    ...(issuer === undefined ? {} : { issuers: namesIn(issuer) }),
    ...(target === undefined ? {} : { targets: namesIn(target) }),
    ...(demand === undefined ? {} : { demand }),
    ...(threat === undefined ? {} : { threat }),
    ...(quote === undefined ? {} : { quote }),
    ...(url === undefined ? {} : { url }),
    ...(compliance === undefined ? {} : { compliance }),
    ...(followThrough === undefined ? {} : { followThrough }),
  };
}

/** The correction of a draft. A deadline is read from when the entry was stated, or from the day that is corrected to. */
export function correctionOf(draftContext: DraftContext): Result<DatedCommand> {
  const { draft, entries, zoneChoice, context } = draftContext;
  const { typed } = draft;
  const entry = entries.find(({ seq }) => seq === Number(typed.entry));
  if (entry === undefined)
    return refuse({ why: 'not-found', what: 'entry', given: typed.entry ?? '', last: entries.length });
  const moment =
    typed.stated === undefined ? null : momentOf('stated', typed.stated, zoneChoice.zone, context);
  if (moment?.ok === false) return moment;
  const stated = moment?.value.when ?? null;
  const deadline =
    typed.deadline === undefined
      ? null
      : deadlineOf(draftContext, { stated: stated ?? entry.stated, entry: entry.seq });
  if (deadline?.ok === false) return deadline;
  const fields = correctedFields(typed, deadline?.value.reading ?? null, stated);
  const { reason = '' } = typed;
  return ok({
    command: { verb: 'correct', entry: entry.seq, fields, removes: false, reason },
    deadline: deadline?.value ?? null,
  });
}
