/** `ultimatum next`: when a schedule fires. */
import { DateTime } from 'luxon';
import { nextFires, parseSchedule } from '../domain/cron/index.js';
import { placeText } from '../wording/dates.js';
import { english } from '../wording/index.js';
import { refusalText } from '../wording/refusal.js';
import { scheduleText } from '../wording/schedule.js';
import { drawText } from './draw.js';
import { optionsOf } from './options.js';
import { instantOf, localZone, Usage, zoneOf } from './usage.js';
import { visible } from './visible.js';

const COUNT = 5;
const MOST = 1000;

function countOf(text: string | undefined): number {
  const count = text === undefined ? COUNT : Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= MOST) return count;
  throw new Usage(english.cli.next.wrongCount(text ?? '', MOST));
}

/** `next "CRON or words" [--zone PLACE] [--after INSTANT] [--count 5] [--json]`: what it says, and when it fires. */
export async function next(args: readonly string[]): Promise<number> {
  const { words, json, texts } = optionsOf(args, ['zone', 'after', 'count']);
  if (words === undefined) throw new Usage(english.cli.next.missing);
  const zone = zoneOf('--zone', texts['zone'] ?? localZone());
  const after = instantOf('--after', texts['after'] ?? 'now');
  const count = countOf(texts['count']);
  const cron = parseSchedule(words);
  if (!cron.ok) throw new Usage(refusalText(english, cron.refusal));
  const says = drawText(
    english.schedules.inPlace(scheduleText(english, cron.value), placeText(english, zone)),
  );
  const fires = nextFires(cron.value, zone, after, count).map((fire) => ({
    local: DateTime.fromMillis(fire, { zone }).setLocale('en').toFormat('ccc d LLL yyyy HH:mm ZZ'),
    at: new Date(fire).toISOString(),
  }));
  const shown = json
    ? [JSON.stringify({ cron: cron.value, says, zone, fires })]
    : [says, ...fires.map(({ local, at }) => `  ${local} ${zone}  ${at}`)];
  process.stdout.write(`${visible(shown.join('\n'))}\n`);
  return 0;
}
