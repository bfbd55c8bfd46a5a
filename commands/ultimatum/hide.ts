/** `/ultimatum hide`. */
import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { suggestUltimatums } from '../../src/drafting/suggestions.js';
import { OPTIONS } from './options.js';

export const hide = slash({
  path: ['ultimatum', 'hide'],
  description: (words) => words.verbs.descriptions.hide,
  options: {
    ultimatum: OPTIONS.ultimatum,
    reason: { ...OPTIONS.reason, description: (words) => words.ultimatum.hide.reason },
  },
  suggest: (_option, typed, _given, context) =>
    suggestUltimatums(typed, context, { hidden: context.member.manager }),
  run: (args, context) => begin('hide', args, context),
});
