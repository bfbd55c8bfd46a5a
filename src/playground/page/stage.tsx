/** The panel beside the channel: clock, stories, what is due, the outbox and faults. */
import { useState } from 'preact/hooks';
import type { StageView, StageVerb } from '../client/protocol.js';
import { useClient, useKnown } from './client.js';
import { Picker } from './picker.js';
import { Due, Ledger } from './posts.js';
import { absolute, instantIn, localIn } from './time.js';
import { useNow } from './use-now.js';

type Lever = (verb: StageVerb) => Promise<void>;

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
      <Faults stage={stage} pull={pull} />
      <Due stage={stage} />
      <Ledger stage={stage} />
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

/** What a story does next. */
function nextOf({ steps, next }: NonNullable<StageView['story']>): string {
  if (steps === 0) return 'Nothing is played here: the server is yours.';
  return next === null ? 'The story is over.' : `Next: ${next}`;
}

function Story({ stage, pull, busy }: StageProps) {
  const { story, stories } = stage;
  const [chosen, setChosen] = useState(story?.id ?? '');
  const load = (whole: boolean) => void pull({ kind: 'load', story: chosen, whole });
  return (
    <section aria-label="Stories">
      <h2>Stories</h2>
      <Picker
        id="story"
        label="Story"
        placeholder="Choose a story"
        options={stories.map(({ id, title, path }) => ({ value: id, label: title, description: path }))}
        chosen={[chosen]}
        change={([id = '']) => setChosen(id)}
      />
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
            <strong>{story.title}</strong>
            {story.steps === 0 ? null : `, step ${story.done} of ${story.steps}`}
          </p>
          <small class="next" title={nextOf(story)}>
            {nextOf(story)}
          </small>
          <div class="row" hidden={story.steps === 0}>
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

const FAULTS = [
  ['slow', 'Discord is slow (1.5 s a request)'],
  ['limited', 'Discord asks for a pause after each post (429, 2 s)'],
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
