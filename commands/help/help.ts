/** `/help`: short texts about how the record works. */
import { slash, type ButtonHandler, type Context, type Reply } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { helpLines, HELP_TOPICS, type HelpTopicKey } from '../../src/wording/help.js';

/** The topic that was asked for; the first one where there is none of that name. */
export function topicOf(asked: string | undefined): HelpTopicKey {
  return HELP_TOPICS.find((topic) => topic === asked) ?? 'start';
}

async function showTopic(topic: HelpTopicKey, { words }: Context): Promise<Reply> {
  return { kind: 'message', view: { content: drawLines(helpLines(words, topic)) } };
}

/** Under the post of an outcome: how its headline is worked out. */
export const meaningButton: ButtonHandler = {
  kind: 'button',
  name: 'meaning',
  run: (_, context) => showTopic('outcomes', context),
};

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
  run: ({ topic }, context) => showTopic(topicOf(topic), context),
});
