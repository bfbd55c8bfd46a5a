/** Says which posts wait because the record's clock is paused. */
import type { DueView, StageView } from '../client/protocol.js';
import { useClient, useKnown } from './client.js';
import { absolute, relative } from './time.js';

/** What would come soon if the clock ran, ms of the record's time. */
const SOON_MS = 15 * 60_000;

/** The posts that a paused clock holds back; none while it runs. */
function heldBy({ clock, due }: StageView): readonly DueView[] {
  if (clock.rate > 0) return [];
  return due.filter(
    ({ channel, at }) => channel !== null && at > clock.record && at - clock.record <= SOON_MS,
  );
}

/** Says which posts wait because the record's clock is paused, and lets it go on. */
export function Held({ said }: { readonly said: (sentence: string) => void }) {
  const client = useClient();
  const { stage, hello } = useKnown();
  const [first, ...others] = stage === null ? [] : heldBy(stage);
  if (stage === null || first === undefined) return null;
  const { locale } = hello?.me ?? { locale: 'en-US' };
  const { record } = stage.clock;
  const more = others.length === 0 ? '' : `, and ${others.length} more`;
  const go = async () => {
    const acted = await client.stage({ kind: 'to', at: first.at });
    said(acted.ok ? '' : acted.reason);
  };
  return (
    <p class="held" role="status">
      <span>
        The clock is paused at {absolute(record, 't', stage.zone, locale)}. Waiting for it:{' '}
        <strong>{first.what}</strong> in #{first.channel}, {relative(first.at, record, 'en-GB')}
        {more}.
      </span>
      <button type="button" class="button secondary" disabled={stage.busy} onClick={() => void go()}>
        Go on to {absolute(first.at, 't', stage.zone, locale)}
      </button>
    </p>
  );
}
