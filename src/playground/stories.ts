/** Reads the stories of docs/stories and plays their scenes. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { PersonAnswer } from './answer.js';
import type { PersonClient } from './person/person.js';

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const sceneSchema = z.strictObject({
  at: instant,
  /** Who, and in which channel. */
  as: z.string(),
  in: z.string(),
  /** The names of the command, as `/ultimatum record`. */
  line: z.string().startsWith('/'),
  options: z.record(z.string(), z.string()).default({}),
  /** The buttons pressed, each in the answer to the one before. */
  press: z.array(z.string()).default([]),
  /** What a reader should know about it that the command doesn't say. */
  note: z.string().optional(),
});

const storySchema = z.strictObject({
  title: z.string(),
  /** The way it takes, for choosing among stories. */
  path: z.string(),
  /** Where the server's clock is read, a name as people type it. */
  zone: z.string().default('Washington'),
  /** IANA of the same place. */
  timeZone: z.string().default('America/New_York'),
  start: instant,
  end: instant,
  /** Whether the server is set up before the first scene. */
  setUp: z.boolean().default(true),
  scenes: z.array(sceneSchema),
});

/** One thing that somebody types, and the buttons pressed afterwards. `at` is an instant of the record's clock. */
export type Scene = z.infer<typeof sceneSchema>;
export type Story = z.infer<typeof storySchema> & { readonly id: string };

/** The file beside the stories that lists the pages they are from. */
const SOURCES = 'sources.json';

/** Every story of a folder, by file name. @throws if one is not of the form, with what is wrong in which file. */
export async function readStories(folder: string): Promise<readonly Story[]> {
  const isStory = (name: string) => name.endsWith('.json') && name !== SOURCES;
  const files = (await readdir(folder)).filter(isStory).toSorted();
  return Promise.all(
    files.map(async (file) => {
      const parsed = storySchema.safeParse(JSON.parse(await readFile(join(folder, file), 'utf8')));
      if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
      return { ...parsed.data, id: file.replace(/\.json$/, ''), scenes: withSetUp(parsed.data) };
    }),
  );
}

const MINUTE = 60_000;

/** What the admin sets up on the first morning. */
function withSetUp({ start, zone, setUp, scenes }: z.infer<typeof storySchema>): Scene[] {
  if (!setUp) return scenes;
  const admin = { as: 'Mod', in: 'general' };
  const settings = { zone, curators: 'Curators', announcements: 'ultimatums', 'review-channel': 'review' };
  const countdown = { channel: 'ultimatums', every: 'every day at 09:00', zone };
  const ladder = { channel: 'ultimatums', ladder: '7d 1d 0' };
  return [
    { ...admin, at: start, line: '/settings set', options: settings, press: [] },
    { ...admin, at: start + MINUTE, line: '/countdown add', options: countdown, press: ['Save'] },
    { ...admin, at: start + 2 * MINUTE, line: '/milestones set', options: ladder, press: [] },
    ...scenes,
  ];
}

/** What is done in a scene, as a reader of the story sees it. */
export function toldOf({ as, line, options, press, note }: Scene): string {
  const typed = Object.entries(options).map(([name, value]) => ` ${name}:${value}`);
  const noted = note === undefined ? '' : ` (${note})`;
  return `${as}: ${[`${line}${typed.join('')}`, ...press].join(', ')}${noted}`;
}

/** Plays a scene; resolves with the last answer. */
export async function playScene(
  scene: Scene,
  as: (name: string, channel: string) => PersonClient,
): Promise<PersonAnswer> {
  const person = as(scene.as, scene.in);
  let answer = await person.type(scene.line, scene.options).done;
  for (const button of scene.press) answer = await person.press(answer, button).done;
  return answer;
}
