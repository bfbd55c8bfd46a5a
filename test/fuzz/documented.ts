/** A message with every field that Discord documents, as it might come with a long press. */

const USER = {
  id: '700000000000000001',
  username: 'wire',
  discriminator: '0',
  global_name: 'The Wire',
  avatar: null,
};
const SENT = '2025-07-14T15:00:00.000Z';

const EMBED = {
  title: 'Trump gives Putin 50 days',
  type: 'rich',
  description: 'Donald Trump gave Russia 50 days to agree to a ceasefire.',
  url: 'https://www.bbc.com/news/articles/c1',
  timestamp: SENT,
  color: 1,
  footer: { text: 'BBC', icon_url: 'https://a.example/i.png' },
  image: { url: 'https://a.example/i.png' },
  thumbnail: { url: 'https://a.example/i.png' },
  video: { url: 'https://a.example/v.mp4' },
  provider: { name: 'BBC News', url: 'https://www.bbc.com' },
  author: { name: 'Someone', url: 'https://a.example' },
  fields: [{ name: 'Deadline', value: 'Friday', inline: true }],
};

/** Components of the second version: what news bots lay their posts out with. */
export const LAID_OUT = [
  {
    type: 17,
    components: [
      { type: 10, content: '## Trump gives Putin 50 days to agree to a ceasefire' },
      {
        type: 9,
        components: [{ type: 10, content: 'Read https://a.example/story.' }],
        accessory: { type: 2, style: 5, label: 'Open', url: 'https://a.example/open' },
      },
      { type: 12, items: [{ media: { url: 'https://a.example/i.png' }, description: 'A picture' }] },
      { type: 14 },
    ],
  },
];

/** What a forward carries of a message. */
const CARRIED = {
  type: 0,
  content: 'Trump gives Russia until Friday to agree to a ceasefire https://a.example/x',
  embeds: [EMBED],
  attachments: [{ id: '1', filename: 'a.png', size: 1, url: 'https://a.example/a.png', proxy_url: '' }],
  timestamp: SENT,
  edited_timestamp: SENT,
  flags: 0,
  mentions: [USER],
  mention_roles: ['700000000000000002'],
  sticker_items: [{ id: '1', name: 's', format_type: 1 }],
  stickers: [{ id: '1', name: 's' }],
  components: LAID_OUT,
  soundboard_sounds: [],
};

/** Without id and channel, which come from the message that was pressed. */
export const DOCUMENTED: Readonly<Record<string, unknown>> = {
  ...CARRIED,
  author: USER,
  tts: false,
  mention_everyone: false,
  mention_channels: [{ id: '1', guild_id: '2', type: 0, name: 'x' }],
  reactions: [{ count: 1, me: false, emoji: { id: null, name: 'x' } }],
  nonce: 5,
  pinned: false,
  webhook_id: '700000000000000003',
  activity: { type: 1, party_id: 'x' },
  application: { id: '1', name: 'x' },
  application_id: '700000000000000004',
  message_reference: { type: 1, message_id: '1', channel_id: '2', guild_id: '3' },
  message_snapshots: [{ message: CARRIED }],
  referenced_message: { id: '1', content: 'before' },
  interaction_metadata: { id: '1', type: 2, user: USER },
  interaction: { id: '1', type: 2, name: 'x', user: USER },
  thread: { id: '1', type: 11 },
  position: 1,
  role_subscription_data: { tier_name: 'x' },
  resolved: { users: {} },
  poll: {
    question: { text: 'Will it be met?' },
    answers: [{ answer_id: 1, poll_media: { text: 'Yes', emoji: null } }],
    expiry: null,
    allow_multiselect: false,
    layout_type: 1,
    results: { is_finalized: false, answer_counts: [] },
  },
  call: { participants: ['1'], ended_timestamp: null },
  member: { roles: [], nick: null },
  shared_client_theme: { colors: ['ffffff'] },
};

/** What stands in the place of a field; `undefined` is absent. */
export const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'not what is documented',
  0,
  -1,
  1e21,
  true,
  [],
  {},
  [null],
  [[]],
  { type: 'x', id: null },
];
