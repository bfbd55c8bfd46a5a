import type { GuildSeed } from './options.js';
import type { Answer } from './answer.js';
import type { Person } from './person/person.js';

/** The server in which the founding case is played. */
export const FOUNDING_GUILD: GuildSeed = {
  name: 'Newsroom',
  owner: 'Mod',
  roles: [{ name: 'Curators' }, { name: 'Admins', permissions: ['ManageGuild'] }],
  channels: [{ name: 'ultimatums' }, { name: 'review' }, { name: 'general' }],
  members: [
    { name: 'Mod', roles: ['Admins'] },
    { name: 'Ana', roles: ['Curators'] },
    { name: 'Jonas', roles: ['Curators'] },
    { name: 'Ben' },
  ],
};

/** Whoever plays a scene, by name, in a channel. */
type Cast = (name: string, channel: string) => Person;

export interface Scene {
  /** ISO instant of the record's clock. */
  readonly at: string;
  /** What is done, as a reader of the story sees it. */
  readonly told: string;
  readonly play: (as: Cast) => Promise<Answer>;
}

/** Types a command whose preview is then confirmed. */
async function confirmed(
  person: Person,
  line: string,
  options: Record<string, string>,
  label: string,
): Promise<Answer> {
  const preview = await person.type(line, options).done;
  return person.press(preview, label).done;
}

const CNN = 'https://www.cnn.com/2025/07/14/politics/trump-russia-tariffs';
const BBC = 'https://www.bbc.co.uk/news/articles/trump-putin-deadline';
const REUTERS = 'https://www.reuters.com/world/trump-sets-august-8-deadline';
const WHITE_HOUSE = 'https://www.whitehouse.gov/presidential-actions/2025/08/addressing-threats';

const U1 = 'U-1 Donald Trump to Russia';

/** What the admin sets up on the first morning. */
const SET_UP: readonly Scene[] = [
  {
    at: '2025-07-14T14:00:00Z',
    told: 'Mod: /settings set zone:Washington curators:Curators announcements:#ultimatums review-channel:#review',
    play: (as) =>
      as('Mod', 'general').type('/settings set', {
        zone: 'Washington',
        curators: 'Curators',
        announcements: 'ultimatums',
        'review-channel': 'review',
      }).done,
  },
  {
    at: '2025-07-14T14:01:00Z',
    told: 'Mod: /countdown add channel:#ultimatums every:"every day at 09:00" zone:Washington',
    play: (as) =>
      confirmed(
        as('Mod', 'general'),
        '/countdown add',
        { channel: 'ultimatums', every: 'every day at 09:00', zone: 'Washington' },
        'Save',
      ),
  },
  {
    at: '2025-07-14T14:02:00Z',
    told: 'Mod: /milestones set channel:#ultimatums ladder:"7d 1d 0"',
    play: (as) =>
      as('Mod', 'general').type('/milestones set', { channel: 'ultimatums', ladder: '7d 1d 0' }).done,
  },
];

const STATED: readonly Scene[] = [
  {
    at: '2025-07-14T15:30:00Z',
    told: 'Ana: /ultimatum record … deadline:"50 days", Record',
    play: (as) =>
      confirmed(
        as('Ana', 'general'),
        '/ultimatum record',
        {
          issuer: 'Donald Trump',
          target: 'Russia',
          demand: 'agree to a ceasefire in Ukraine',
          deadline: '50 days',
          threat: '"severe tariffs"',
          source: CNN,
          quote: 'if we don’t have a deal in 50 days',
          zone: 'Washington',
          tag: 'ukraine',
        },
        'Record',
      ),
  },
  {
    at: '2025-07-28T14:30:00Z',
    told: 'Ana: /ultimatum move ultimatum:U-1 deadline:"10 or 12 days", Move',
    play: (as) =>
      confirmed(
        as('Ana', 'general'),
        '/ultimatum move',
        { ultimatum: U1, deadline: '10 or 12 days', source: BBC, quote: 'about 10 or 12 days from today' },
        'Move',
      ),
  },
  {
    at: '2025-07-29T19:00:00Z',
    told: 'Jonas: /ultimatum move ultimatum:U-1 deadline:"10 days from today", Move',
    play: (as) =>
      confirmed(
        as('Jonas', 'general'),
        '/ultimatum move',
        { ultimatum: U1, deadline: '10 days from today', source: REUTERS, quote: '10 days from today' },
        'Move',
      ),
  },
  {
    at: '2025-08-06T22:00:00Z',
    told: 'Ana: /ultimatum move ultimatum:U-1 deadline:"as early as next week"',
    play: (as) =>
      as('Ana', 'general').type('/ultimatum move', {
        ultimatum: U1,
        deadline: 'as early as next week',
        source: BBC,
      }).done,
  },
];

const AFTERWARDS: readonly Scene[] = [
  {
    at: '2025-08-10T18:00:00Z',
    told: 'Jonas: /ultimatum outcome compliance:none follow-through:partial acted:"6 Aug", Record outcome',
    play: (as) =>
      confirmed(
        as('Jonas', 'general'),
        '/ultimatum outcome',
        {
          ultimatum: U1,
          compliance: 'none',
          'follow-through': 'partial',
          acted: '6 Aug',
          source: WHITE_HOUSE,
          'second-source': REUTERS,
          note: 'a 25% tariff on India, nothing on Russia',
        },
        'Record outcome',
      ),
  },
  {
    at: '2025-08-11T15:00:00Z',
    told: 'Ben: /ultimatum dispute ultimatum:U-1 reason:"The tariff on India was not what was threatened.", Propose',
    play: (as) =>
      confirmed(
        as('Ben', 'general'),
        '/ultimatum dispute',
        { ultimatum: U1, reason: 'The tariff on India was not what was threatened.' },
        'Propose',
      ),
  },
  {
    at: '2025-08-12T15:00:00Z',
    told: 'Ana: /review, Accept',
    async play(as) {
      const queue = await as('Ana', 'review').type('/review').done;
      return as('Ana', 'review').press(queue, 'Accept').done;
    },
  },
];

/** The founding case as members would type it, in the order of the record's clock. */
export const FOUNDING_CASE: readonly Scene[] = [...SET_UP, ...STATED, ...AFTERWARDS];
export const FOUNDING_END = '2025-08-16T16:00:00Z';
