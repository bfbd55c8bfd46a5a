import { slash } from '../../src/discord/command.js';
import { COMPLIANCE_CHOICES, FOLLOW_THROUGH_CHOICES } from '../../src/drafting/outcome.js';
import { mayBegin } from '../../src/drafting/save.js';
import { begin, draftAbout } from '../../src/drafting/begin.js';
import { openForm } from '../../src/drafting/draft-flow.js';
import { OPTIONS, suggest } from './options.js';

const day = (description: string) => ({ ...OPTIONS.stated, description });

export const outcome = slash({
  path: ['ultimatum', 'outcome'],
  description: 'What the target did, and what the issuer did about the threat',
  options: {
    ultimatum: OPTIONS.ultimatum,
    compliance: { type: 'string', description: 'What the target did', choices: COMPLIANCE_CHOICES },
    'follow-through': {
      type: 'string',
      description: 'What the issuer did about the threat',
      choices: FOLLOW_THROUGH_CHOICES,
    },
    complied: day('When the target did it'),
    acted: day('When the issuer did it'),
    target: { ...OPTIONS.target, description: 'Of which target (default: all that have none yet)' },
    source: OPTIONS.source,
    'second-source': OPTIONS.source,
    note: { type: 'string', description: 'One sentence', maxLength: 1000 },
  },
  suggest,
  async run(args, context) {
    const whole = args.compliance !== undefined && args['follow-through'] !== undefined;
    if (whole) return begin('outcome', args, context);
    const refusal = mayBegin('outcome', context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const draft = await draftAbout('outcome', args.ultimatum, args, context);
    return draft.ok ? openForm(draft.value, context) : { kind: 'refusal', refusal: draft.refusal };
  },
});
