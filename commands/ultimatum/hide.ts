import { slash } from '../../src/discord/command.js';
import { begin } from '../../src/drafting/begin.js';
import { suggestUltimatums } from '../../src/drafting/about.js';
import { OPTIONS } from './options.js';

export const hide = slash({
  path: ['ultimatum', 'hide'],
  description: 'Hide one, or show a hidden one again (needs Manage Server)',
  options: {
    ultimatum: OPTIONS.ultimatum,
    reason: {
      type: 'string',
      description: 'Why, such as "duplicate of U-12"',
      required: true,
      maxLength: 1000,
    },
  },
  suggest: (_option, typed, _given, context) =>
    suggestUltimatums(typed, context, { hidden: context.member.manager }),
  run: (args, context) => begin('hide', args, context),
});
