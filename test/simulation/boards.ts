import { recordOf } from '../../src/store/port/guild.js';
import type { Delivery } from '../../src/domain/delivery.js';
import type { Board } from '../../src/domain/guild.js';
import { BOARD_GAP } from '../../src/domain/posts/boards.js';
import { boardView } from '../../src/discord/views/index.js';
import { boardOf } from '../../src/posting/running.js';
import { editPayload } from '../../src/discord/payload.js';
import { PROMPT } from './books.js';
import type { Message } from './discord.js';
import type { World } from './world.js';
import { english } from '../../src/wording/index.js';

/** A person sets the board again, takes it away, or deletes its message. */
export async function boarding(world: World): Promise<void> {
  const { random, store, guild, scheduler, discord, setting } = world;
  const channel = setting.board;
  if (channel === null) return;
  const what = random.pick(['set', 'removed', 'deleted'] as const);
  world.log(`the board in ${channel} is ${what}`);
  if (what === 'set') await store.setBoard(guild, channel, scheduler.record);
  if (what === 'removed') await store.removeBoard(guild, channel, scheduler.record);
  if (what !== 'deleted') return;
  const message = discord.messages.findLast((one) => one.channel === channel && !one.deleted);
  if (message === undefined) return;
  message.deleted = true;
  world.torn.add(message.nonce);
}

/** What stands in the channel, as its status says. */
function standing(world: World, board: Board, here: readonly Message[], rows: readonly Delivery[]): void {
  const { chronicle, torn, discord } = world;
  const { status, channel } = board;
  const wanted = status === 'running' ? 1 : 0;
  const wasTorn = rows.some(({ nonce }) => torn.has(nonce));
  if (status === 'deleted' && !wasTorn) chronicle.fault('a board counts as deleted and nobody did');
  if (status === 'broken' && !discord.gone.has(channel))
    chronicle.fault('a board counts as broken in a channel that is there');
  // Deleted, and not missed: nothing has changed since.
  if (wanted === 1 && here.length === 0 && (wasTorn || discord.gone.has(channel))) return;
  if (here.length !== wanted)
    chronicle.fault(`${here.length} boards stand in ${channel}, which is ${status}`);
}

/** Two edits of one message, some minutes apart. */
function paced({ chronicle, setting }: World, { edits, nonce }: Message): void {
  if (setting.weather !== 'calm') return;
  for (const [index, at] of edits.entries()) {
    const before = edits[index - 1] ?? -Infinity;
    // Counted from when it was drawn, and some requests take longer on their way.
    if (at - before < BOARD_GAP - PROMPT)
      chronicle.fault(`the board ${nonce} was edited ${at - before} ms apart`);
  }
}

/** In the end there is one board where one is kept, and it says how the record stands. */
export async function boards(world: World, rows: readonly Delivery[]): Promise<void> {
  const { store, guild, discord, scheduler, chronicle } = world;
  const mine = rows.filter(({ post }) => post.kind === 'board');
  const nonces = new Set(mine.map(({ nonce }) => nonce));
  for (const board of await store.boards(guild)) {
    const all = discord.messages.filter(
      ({ channel, nonce }) => channel === board.channel && nonces.has(nonce),
    );
    const here = all.filter(({ deleted }) => !deleted && !discord.gone.has(board.channel));
    standing(world, board, here, mine);
    for (const message of all) paced(world, message);
    const [message] = here;
    if (board.status !== 'running' || message === undefined) continue;
    const view = boardView(
      english,
      await boardOf(recordOf(store, guild)),
      scheduler.record,
      board.marker ?? '',
    );
    if (JSON.stringify(message.components) !== JSON.stringify(editPayload(view).components))
      chronicle.fault(`the board in ${board.channel} does not say how the record stands`);
  }
}
