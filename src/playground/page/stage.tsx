/** The panel beside the channel: clock, stories, what is due, the outbox and faults. */
import { useEffect, useState } from 'preact/hooks';
import type { DueView, StageView, StageVerb } from '../client/protocol.js';
import { recordNow, useClient, useKnown } from './client.js';
import { absolute, instantIn, localIn, relative } from './time.js';

type Lever = (verb: StageVerb) => Promise<void>;

/** The record's time, running on the page between two words from the stage. */
function useNow(stage: StageView): number {
  const [now, setNow] = useState(recordNow(stage));
  useEffect(() => {
    setNow(recordNow(stage));
    if (stage.clock.rate === 0) return undefined;
    const timer = setInterval(() => setNow(recordNow(stage)), 250);
    return () => clearInterval(timer);
  }, [stage]);
  return now;
}

export function Stage({ said }: { readonly said: (sentence: string) => void }) {
  const client = useClient();
  const { stage } = useKnown();
  const [asked, setAsked] = useState(false);
  if (stage === null) return null;
  const busy = asked || stage.busy;
  const pull: Lever = async (verb) => {
    setAsked(true);
    const acted = await client.stage(verb);
    setAsked(false);
    said(acted.ok ? '' : acted.reason);
  };
  return (
    <aside class="stage" aria-label="Stage" aria-busy={busy}>
      <Clock stage={stage} pull={pull} busy={busy} />
      <Story stage={stage} pull={pull} busy={busy} />
      <Due stage={stage} />
      <Ledger stage={stage} />
      <Faults stage={stage} pull={pull} />
    </aside>
  );
}

interface StageProps {
  readonly stage: StageView;
  readonly pull: Lever;
  readonly busy: boolean;
}

const RATES = [
  [0, 'Pause'],
  [1, '1×'],
  [60, '60×'],
] as const;

function Clock({ stage, pull, busy }: StageProps) {
  const now = useNow(stage);
  const [to, setTo] = useState('');
  const { zone, clock } = stage;
  const travel = (event: Event) => {
    event.preventDefault();
    if (to !== '') void pull({ kind: 'to', at: instantIn(zone, to) });
  };
  return (
    <section aria-label="Time machine">
      <h2>Time machine</h2>
      <p class="clock">
        {absolute(now, 'F', zone, 'en-GB')} <small>{zone}</small>
      </p>
      <div class="row">
        {RATES.map(([rate, label]) => (
          <button
            type="button"
            class={`button ${clock.rate === rate ? 'primary' : 'secondary'}`}
            aria-pressed={clock.rate === rate}
            onClick={() => void pull({ kind: 'run', rate })}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          class="button success"
          disabled={busy}
          onClick={() => void pull({ kind: 'next' })}
        >
          Next event
        </button>
      </div>
      <form class="row" onSubmit={travel}>
        <input
          type="datetime-local"
          aria-label={`Go to a day and hour in ${zone}`}
          value={to === '' ? localIn(zone, now) : to}
          onInput={({ currentTarget }) => setTo(currentTarget.value)}
        />
        <button type="submit" class="button secondary" disabled={busy}>
          Go to date
        </button>
      </form>
    </section>
  );
}

function Story({ stage, pull, busy }: StageProps) {
  const { story, stories } = stage;
  const [chosen, setChosen] = useState(story?.id ?? '');
  const load = (whole: boolean) => void pull({ kind: 'load', story: chosen, whole });
  return (
    <section aria-label="Stories">
      <h2>Stories</h2>
      <select
        class="select"
        aria-label="Story"
        value={chosen}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      >
        {stories.map(({ id, title, path }) => (
          <option value={id}>
            {title}: {path}
          </option>
        ))}
      </select>
      <div class="row">
        <button type="button" class="button secondary" disabled={busy} onClick={() => load(false)}>
          Load
        </button>
        <button type="button" class="button secondary" disabled={busy} onClick={() => load(true)}>
          Load and play all
        </button>
      </div>
      {story === null ? null : (
        <>
          <p>
            <strong>{story.title}</strong>, step {story.done} of {story.steps}
            <br />
            <small>{story.next === null ? 'The story is told.' : `Next: ${story.next}`}</small>
          </p>
          <div class="row">
            <button
              type="button"
              class="button secondary"
              disabled={busy || story.next === null}
              onClick={() => void pull({ kind: 'step' })}
            >
              Next step
            </button>
            <button
              type="button"
              class="button secondary"
              disabled={busy || story.next === null}
              onClick={() => void pull({ kind: 'rest' })}
            >
              Play the rest
            </button>
          </div>
        </>
      )}
    </section>
  );
}

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

function Due({ stage }: { readonly stage: StageView }) {
  const now = useNow(stage);
  return (
    <section aria-label="Due next">
      <h2>Due next, and why</h2>
      {stage.due.length === 0 ? <p>Nothing is due.</p> : null}
      <ol>
        {stage.due.map((one) => (
          <li>
            <Line one={one} zone={stage.zone} now={now} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Ledger({ stage }: { readonly stage: StageView }) {
  const now = useNow(stage);
  return (
    <section aria-label="Delivery ledger">
      <h2>Delivery ledger</h2>
      <ol>
        {stage.ledger.map((one) => (
          <li class={`status-${one.status}`}>
            <span class="tag">{one.status}</span> <Line one={one} zone={stage.zone} now={now} />
            {one.failure === null ? null : <small class="failure"> {one.failure}</small>}
            {one.attempts > 1 ? <small> {one.attempts} attempts</small> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

const FAULTS = [
  ['slow', 'Discord is slow (1.5 s a request)'],
  ['limited', 'Posts meet 429, retry after 2 s'],
  ['down', 'Discord is down for an hour'],
] as const;

function Faults({ stage, pull }: Pick<StageProps, 'stage' | 'pull'>) {
  const { hello } = useKnown();
  const { faults } = stage;
  const on = { slow: faults.slow, limited: faults.limited, down: faults.downUntil !== null };
  return (
    <section aria-label="Faults">
      <h2>Faults</h2>
      {FAULTS.map(([fault, label]) => (
        <label class="check">
          <input
            type="checkbox"
            checked={on[fault]}
            onChange={({ currentTarget }) => void pull({ kind: 'fault', fault, on: currentTarget.checked })}
          />
          <span>{label}</span>
        </label>
      ))}
      {hello?.guilds[0]?.channels.map(({ id, name }) => (
        <label class="check">
          <input
            type="checkbox"
            checked={faults.forbidden.includes(id)}
            onChange={({ currentTarget }) =>
              void pull({ kind: 'forbid', channel: id, on: currentTarget.checked })
            }
          />
          <span>The bot may not enter #{name}</span>
        </label>
      ))}
    </section>
  );
}
