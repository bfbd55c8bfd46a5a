/** `/ultimatum dispute`: raises one, or closes it. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { suggestDisputes } from '../../src/drafting/suggestions.js';
import { OPTIONS, proposing, suggest } from './options.js';

export const dispute = slash({
  path: ['ultimatum', 'dispute'],
  description: (words) => words.verbs.descriptions.dispute,
  options: {
    ultimatum: OPTIONS.ultimatum,
    reason: OPTIONS.reason,
    source: OPTIONS.source,
    close: {
      type: 'string',
      description: (words) => words.ultimatum.dispute.close,
      choices: [
        { value: 'upheld', name: (words) => words.forms.choices.closing.upheld },
        { value: 'not-upheld', name: (words) => words.forms.choices.closing.notUpheld },
      ],
    },
    entry: {
      type: 'integer',
      description: (words) => words.ultimatum.dispute.entry,
      suggested: true,
    },
  },
  suggest: proposing((option, typed, given, context) =>
    option === 'entry' ? suggestDisputes(given, context) : suggest(option, typed, given, context),
  ),
  run: (args, context) => begin(args.close === undefined ? 'dispute' : 'close-dispute', args, context),
});
