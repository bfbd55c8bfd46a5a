/** The panel's lists of posts: what happens next, and what became of each so far. */
import type { DueView, LedgerView, StageView } from '../client/protocol.js';
import { absolute, relative } from './time.js';
import { useNow } from './use-now.js';

function Line({ one, zone, now }: { readonly one: DueView; readonly zone: string; readonly now: number }) {
  return (
    <>
      <strong>{one.what}</strong>
      {one.channel === null ? null : ` in #${one.channel}`}
      <br />
      <small>
        {absolute(one.at, 'f', zone, 'en-GB')} (
        {Math.abs(one.at - now) < 1000 ? 'now' : relative(one.at, now, 'en-GB')}): {one.why}
      </small>
    </>
  );
}

/** So many stand open; the others are folded. */
const OPEN_LINES = 3;

/** What happens next, the nearest in sight. */
export function Due({ stage }: { readonly stage: StageView }) {
  const now = useNow(stage);
  const lines = (list: readonly DueView[]) =>
    list.map((one) => (
      <li>
        <Line one={one} zone={stage.zone} now={now} />
      </li>
    ));
  const more = stage.due.slice(OPEN_LINES);
  return (
    <section aria-label="What happens next">
      <h2>What happens next</h2>
      {stage.due.length === 0 ? <p>Nothing is planned.</p> : null}
      <ol>{lines(stage.due.slice(0, OPEN_LINES))}</ol>
      {more.length === 0 ? null : (
        <details>
          <summary>{more.length} more</summary>
          <ol start={OPEN_LINES + 1}>{lines(more)}</ol>
        </details>
      )}
    </section>
  );
}

/** What became of a post, in the words of the panel. */
const STATUS: Readonly<Record<LedgerView['status'], string>> = {
  pending: 'waiting',
  claimed: 'being posted',
  sent: 'posted',
  skipped: 'left out',
  failed: 'not posted',
  cancelled: 'no longer needed',
};

/** "12 posted, 1 not posted". */
function counted(ledger: readonly LedgerView[]): string {
  const statuses = Object.keys(STATUS) as readonly LedgerView['status'][];
  const counts = statuses.map(
    (status) => [status, ledger.filter((one) => one.status === status).length] as const,
  );
  return counts.flatMap(([status, count]) => (count === 0 ? [] : [`${count} ${STATUS[status]}`])).join(', ');
}

/** Every post so far with what became of it, folded. */
export function Ledger({ stage }: { readonly stage: StageView }) {
  const now = useNow(stage);
  const { ledger, zone } = stage;
  return (
    <section aria-label="Every post so far">
      <h2>Every post so far</h2>
      {ledger.length === 0 ? (
        <p>Nothing was to be posted yet.</p>
      ) : (
        <details>
          <summary>{counted(ledger)}</summary>
          <ol class="ledger">
            {ledger.map((one) => (
              <li class={`status-${one.status}`}>
                <span class="tag">{STATUS[one.status]}</span> <Line one={one} zone={zone} now={now} />
                {one.failure === null ? null : <small class="failure"> {one.failure}</small>}
                {one.attempts > 1 ? <small> Tried {one.attempts} times.</small> : null}
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
