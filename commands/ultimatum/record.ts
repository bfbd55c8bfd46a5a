/** `/ultimatum record`: in one line, or without options as a form. */
import { slash } from '../../src/discord/command.js';
import { beginRecord } from '../../src/drafting/begin.js';
import { OPTIONS, proposing, suggest } from './options.js';

export const record = slash({
  path: ['ultimatum', 'record'],
  description: (words) => words.verbs.descriptions.record,
  options: {
    issuer: OPTIONS.issuer,
    target: OPTIONS.target,
    demand: OPTIONS.demand,
    deadline: OPTIONS.deadline,
    threat: OPTIONS.threat,
    source: OPTIONS.source,
    quote: OPTIONS.quote,
    stated: OPTIONS.stated,
    zone: OPTIONS.zone,
    tag: OPTIONS.tag,
  },
  suggest: proposing(suggest),
  run: beginRecord,
});
