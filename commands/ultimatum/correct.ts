/** `/ultimatum correct`. */
import { slash } from '../../src/discord/command.js';
import { beginCorrection } from '../../src/drafting/begin.js';
import { day, NOTE, OPTIONS, suggest } from './options.js';

export const correct = slash({
  path: ['ultimatum', 'correct'],
  description: (words) => words.verbs.descriptions.correct,
  options: {
    ultimatum: OPTIONS.ultimatum,
    entry: {
      type: 'integer',
      description: (words) => words.ultimatum.correct.entry,
      required: true,
      suggested: true,
    },
    reason: OPTIONS.reason,
    deadline: { ...OPTIONS.deadline, description: (words) => words.ultimatum.correct.deadline },
    stated: day((words) => words.ultimatum.correct.stated),
    zone: { ...OPTIONS.zone, description: (words) => words.ultimatum.correct.zone },
    issuer: OPTIONS.issuer,
    target: { ...OPTIONS.target, description: (words) => words.ultimatum.correct.target },
    demand: OPTIONS.demand,
    threat: { ...OPTIONS.threat, description: (words) => words.ultimatum.correct.threat },
    tag: { ...OPTIONS.tag, description: (words) => words.ultimatum.correct.tag },
    quote: { ...OPTIONS.quote, description: (words) => words.ultimatum.correct.quote },
    source: { ...OPTIONS.source, description: (words) => words.ultimatum.correct.source },
    grade: { ...OPTIONS.grade, description: (words) => words.ultimatum.correct.grade },
    by: { ...OPTIONS.issuer, description: (words) => words.ultimatum.correct.by },
    compliance: OPTIONS.compliance,
    complied: day((words) => words.ultimatum.outcome.complied),
    'follow-through': OPTIONS['follow-through'],
    acted: day((words) => words.ultimatum.outcome.acted),
    note: { ...NOTE, description: (words) => words.ultimatum.correct.note },
    remove: { type: 'boolean', description: (words) => words.ultimatum.correct.remove },
  },
  suggest,
  run: beginCorrection,
});
