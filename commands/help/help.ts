/** `/help`: short texts about how the record works. */
import { slash } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { helpLines, HELP_TOPICS, type HelpTopicKey } from '../../src/wording/help.js';

/** The topic that was asked for; the first one where there is none of that name. */
export function topicOf(asked: string | undefined): HelpTopicKey {
  return HELP_TOPICS.find((topic) => topic === asked) ?? 'start';
}

export const help = slash({
  path: ['help'],
  description: (words) => words.help.description,
  options: {
    topic: {
      type: 'string',
      description: (words) => words.help.topic,
      choices: HELP_TOPICS.map((topic) => ({ name: (words) => words.help.topics[topic].name, value: topic })),
    },
  },
  run: async ({ topic }, { words }) => ({
    kind: 'message',
    view: { content: drawLines(helpLines(words, topicOf(topic))) },
  }),
});
