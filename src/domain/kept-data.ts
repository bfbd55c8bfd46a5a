/** What the database keeps, column by column: what belongs to a server, what says something about a person, and for how long. */

/** What a column says about a person. `text`: what somebody typed. */
export type PersonalKind = 'discord-id' | 'name' | 'public-name' | 'curator' | 'key' | 'text';

/** What a person's data is kept for. */
export type KeptFor =
  'identity' | 'record' | 'settings' | 'countdowns' | 'closed-channels' | 'drafts' | 'proposals';

interface KeptTable {
  /** Null where no column says anything about a person. */
  readonly for: KeptFor | null;
  readonly personal: Readonly<Record<string, PersonalKind>>;
  /** The other columns, separated by spaces. */
  readonly plain: string;
}

const impersonal = (plain: string): KeptTable => ({ for: null, personal: {}, plain });

/** Every table and column there is; a test compares this with the real schema. A column `guild` holds whose row it is. */
export const KEPT_TABLES: Readonly<Record<string, KeptTable>> = {
  person: {
    for: 'identity',
    personal: {
      user: 'discord-id',
      name: 'name',
      public_name: 'public-name',
      curator: 'curator',
      key: 'key',
    },
    plain: '',
  },
  entry: {
    for: 'record',
    personal: { by: 'key', statements: 'text', what: 'text' },
    plain: 'guild number seq recorded stated_start stated_end',
  },
  ultimatum: {
    for: 'record',
    personal: {
      issuer: 'text',
      targets: 'text',
      demand: 'text',
      threat: 'text',
      tags: 'text',
      issuer_folded: 'text',
      targets_folded: 'text',
      tags_folded: 'text',
      search: 'text',
    },
    plain: 'guild number state latest passing sort precision zone home_zone moves hidden last_seq recorded',
  },
  name: { for: 'record', personal: { folded: 'text', name: 'text' }, plain: 'guild field' },
  term: { for: 'record', personal: { term: 'text' }, plain: 'guild field number' },
  alias_log: {
    for: 'record',
    personal: { by: 'key', folded: 'text', alias: 'text', name: 'text' },
    plain: 'id guild recorded',
  },
  case_figure: {
    for: 'record',
    personal: { issuers: 'text' },
    plain:
      'guild number left_out state ended_as stated first_latest last_latest first_move ended moves shortened extended revived slip demand met_first threat punished_anyway timing lag lifted undone well_sourced disputed',
  },
  state_count: impersonal('guild state undated count'),
  link: impersonal('guild number target kind'),
  reindex: impersonal('guild number'),
  settings: { for: 'settings', personal: { value: 'text' }, plain: 'guild' },
  schedule: {
    for: 'countdowns',
    personal: { author: 'discord-id' },
    plain: 'id guild channel cron zone scope status broken next last',
  },
  closed: {
    for: 'closed-channels',
    personal: { author: 'discord-id' },
    plain: 'guild channel reason until tries told',
  },
  pending: {
    for: 'drafts',
    personal: { user: 'discord-id', state: 'text' },
    plain: 'key guild flow created done',
  },
  proposal: {
    for: 'proposals',
    personal: { by: 'key', command: 'text' },
    plain: 'id guild number channel recorded',
  },
  proposal_end: {
    for: 'proposals',
    personal: { by: 'key', reason: 'text' },
    plain: 'proposal status recorded',
  },
  proposal_news: { for: 'proposals', personal: { by: 'key' }, plain: 'proposal guild recorded' },
  reminder_plan: impersonal('guild channel value'),
  fact: impersonal('name value'),
  delivery: impersonal(
    'id guild channel kind rank subject number version slot due expires status nonce attempts attempted lease message failure settled first_due',
  ),
  gathered: impersonal('delivery leader'),
  budget: impersonal('name free'),
  pace: impersonal('channel recent newest'),
  board: impersonal('guild channel version status message previous marker shown edited'),
  set_aside: impersonal('stage guild item mark reason since tries until waiting told'),
  replan: impersonal('guild last since'),
  public_page: impersonal('guild address listed revision changed'),
  scheduled_event: impersonal('guild number marker event shown starts maker'),
  interaction: impersonal('id'),
  gateway_process: impersonal('holder wanted joined until connection'),
  shard_lease: impersonal('shard count holder until session url sequence'),
  import: {
    for: 'record',
    personal: { server: 'text' },
    plain: 'guild id status created reserved',
  },
  import_row: {
    for: 'record',
    personal: { entries: 'text' },
    plain: 'guild import row place number',
  },
  departed: impersonal('guild since confirmed'),
  erasing: impersonal('guild'),
};

/** What is kept about people for one purpose, and the kinds of it in the order in which they are declared. */
export interface KeptAbout {
  readonly for: KeptFor;
  readonly kinds: readonly PersonalKind[];
}

/** What is kept about people, by purpose. */
export function keptAboutPeople(): readonly KeptAbout[] {
  const kinds = new Map<KeptFor, Set<PersonalKind>>();
  for (const table of Object.values(KEPT_TABLES)) {
    if (table.for === null) continue;
    const known = kinds.get(table.for) ?? new Set();
    for (const kind of Object.values(table.personal)) known.add(kind);
    kinds.set(table.for, known);
  }
  return [...kinds].map(([purpose, set]) => ({ for: purpose, kinds: [...set] }));
}
