/** `/ultimatum outcome`. */
import { slash } from '../../src/discord/command.js';
import type { Label } from '../../src/discord/option.js';
import { beginOutcome } from '../../src/drafting/begin.js';
import { OPTIONS, SCOPE, suggestScoped } from './options.js';

const day = (description: Label) => ({ ...OPTIONS.stated, description });

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
    note: { type: 'string', description: (words) => words.ultimatum.outcome.note, maxLength: 1000 },
  },
  suggest: suggestScoped,
  run: beginOutcome,
});
