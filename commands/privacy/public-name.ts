/** `/privacy public-name`: the name under which the public pages show what somebody records. */
import { slash } from '../../src/discord/command.js';
import { drawText } from '../../src/discord/draw.js';
import { cleanLine } from '../../src/domain/clean.js';
import { typed } from '../../src/wording/typed.js';

const LONGEST = 60;

export const privacyPublicName = slash({
  path: ['privacy', 'public-name'],
  description: ({ privacy }) => privacy.publicName.description,
  options: {
    name: { type: 'string', description: ({ privacy }) => privacy.publicName.name, maxLength: LONGEST },
  },
  async run({ name: given }, context) {
    const { people, member, words, now } = context;
    const cleaned = cleanLine(given ?? '');
    const name = cleaned === '' ? null : cleaned;
    await context.person();
    await people.setPublicName(member.id, name, now);
    const { set, removed } = words.privacy.publicName;
    const answer = name === null ? removed : set(typed(name, LONGEST));
    return { kind: 'message', view: { content: drawText(answer) } };
  },
});
