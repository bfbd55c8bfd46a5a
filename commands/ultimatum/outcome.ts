/** `/ultimatum outcome`. */
import { slash } from '../../src/discord/command.js';
import { beginOutcome } from '../../src/drafting/begin.js';
import { day, NOTE, OPTIONS, SCOPE, suggestScoped } from './options.js';

export const outcome = slash({
  path: ['ultimatum', 'outcome'],
  description: (words) => words.verbs.descriptions.outcome,
  options: {
    ultimatum: OPTIONS.ultimatum,
    compliance: OPTIONS.compliance,
    'follow-through': OPTIONS['follow-through'],
    complied: day((words) => words.ultimatum.outcome.complied),
    acted: day((words) => words.ultimatum.outcome.acted),
    target: { ...SCOPE.target, description: (words) => words.ultimatum.outcome.target },
    source: OPTIONS.source,
    'second-source': OPTIONS.source,
    grade: OPTIONS.grade,
    stated: OPTIONS.stated,
    by: { ...SCOPE.by, description: (words) => words.ultimatum.outcome.by },
    note: NOTE,
  },
  suggest: suggestScoped,
  run: beginOutcome,
});
