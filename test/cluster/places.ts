/** The servers that a bot of several processes serves, and what they want posted at once. */
import { decide } from '../../src/domain/decide/index.js';
import { defaultSettings } from '../../src/domain/guild.js';
import { openStore } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import type { GuildSeed } from '../../src/playground/index.js';
import { DAY, instant, recording } from '../domain/support.js';

/** One server: its record is announced in one channel, and its people talk in another. */
export interface Place {
  readonly guild: string;
  readonly announced: string;
  readonly desk: string;
  readonly people: readonly string[];
}

/** The bits of an id below the time; a server's shard goes by those above. */
const TIME_BITS = 22n;
const FIRST = 60_000_000_000n;
const PEOPLE = 5;
/** Records made at the same time: as many as the store has connections. */
const AT_ONCE = 8;

/** So many servers, shared out evenly over shards. */
export function placesOf(count: number): readonly Place[] {
  return Array.from({ length: count }, (_, index) => {
    const id = (FIRST + BigInt(index)) << TIME_BITS;
    const within = (offset: number) => String(id + BigInt(offset));
    return {
      guild: within(0),
      announced: within(1),
      desk: within(2),
      people: Array.from({ length: PEOPLE }, (_person, person) => within(10 + person)),
    };
  });
}

export const seedOf = ({ guild, announced, desk, people }: Place): GuildSeed => ({
  id: guild,
  name: `Newsroom ${guild}`,
  roles: [{ name: 'Admins', permissions: ['ManageGuild'] }],
  channels: [
    { id: announced, name: 'announced' },
    { id: desk, name: 'desk' },
  ],
  members: people.map((id) => ({ id, name: `Ana ${id}`, roles: ['Admins'] })),
});

async function record(store: Store, { guild }: Place, index: number, now: number): Promise<void> {
  const deadline = instant(new Date(now + (2 + (index % 300)) * DAY).toISOString());
  const command = { ...recording(deadline), issuers: [`Issuer ${index % 50}`], targets: [`Target ${index}`] };
  const changed = await store.change(guild, null, (entries) => decide(entries, command, { now, by: 'ana' }), {
    now,
    announceDelay: 0,
    channel: null,
  });
  if (!changed.ok) throw new Error(changed.refusal.why);
}

/** In each server `each` records, all to be announced now (ms UTC), and a public page of its own. */
export async function fillPlaces(url: string, places: readonly Place[], each: number, now: number) {
  const store = await openStore(url, () => undefined);
  const left = [...places];
  async function work(): Promise<void> {
    for (let place = left.pop(); place !== undefined; place = left.pop()) {
      const { guild, announced } = place;
      const page = { visibility: 'listed', publicName: guild } as const;
      await store.saveSettings({ ...defaultSettings(guild), announcements: announced, ...page }, now);
      for (let index = 0; index < each; index += 1) await record(store, place, index, now);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await store.close();
}
