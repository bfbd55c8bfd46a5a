/** The page: the list of channels, the open channel, and the stage beside it. */
import { useMemo, useState } from 'preact/hooks';
import type { ModalDeclaration } from '../check/modal.js';
import type { EventView, PersonView } from '../client/protocol.js';
import { absolute } from './time.js';
import { useClient, useKnown } from './client.js';
import { Composer, useCommands } from './composer.js';
import { Held } from './held.js';
import { ChannelsIcon, ClockIcon } from './icons.js';
import { Picker } from './picker.js';
import { actionsOf } from './pending-actions.js';
import { Messages } from './messages.js';
import { Modal } from './modal.js';
import { Stage } from './stage.js';

type Drawer = 'channels' | 'stage' | null;

/** The page: channels, the open channel, and the stage beside it. */
export function App() {
  const client = useClient();
  const known = useKnown();
  const [modal, setModal] = useState<ModalDeclaration | null>(null);
  const [problem, setProblem] = useState('');
  const [drawer, setDrawer] = useState<Drawer>(null);
  const actions = useMemo(() => actionsOf(client, { opened: setModal, said: setProblem }), [client]);
  const { typed, apps } = useCommands();
  if (known.hello === null) return <p class="waiting">Connecting to the local Discord…</p>;
  return (
    <div class={drawer === null ? 'app' : `app with-${drawer}`}>
      <Channels close={() => setDrawer(null)} />
      <main>
        <Head drawer={drawer} setDrawer={setDrawer} />
        <Messages actions={actions} apps={apps} key={known.channel} />
        <Held said={setProblem} />
        {problem === '' || modal !== null ? null : (
          <p class="problem" role="alert">
            {problem}
            <button type="button" class="plain" onClick={() => setProblem('')}>
              Dismiss
            </button>
          </p>
        )}
        <Composer actions={actions} commands={typed} key={`${known.hello.me.id} ${known.channel ?? ''}`} />
      </main>
      <Stage said={setProblem} />
      {modal === null ? null : (
        <Modal
          key={modal.custom_id}
          modal={modal}
          actions={actions}
          problem={problem}
          close={() => {
            setModal(null);
            setProblem('');
          }}
        />
      )}
    </div>
  );
}

function Head(props: { readonly drawer: Drawer; readonly setDrawer: (drawer: Drawer) => void }) {
  const { drawer, setDrawer } = props;
  const { hello, channel, connected } = useKnown();
  const all = hello?.guilds.flatMap((guild) => guild.channels) ?? [];
  const toggle = (which: 'channels' | 'stage') => setDrawer(drawer === which ? null : which);
  return (
    <header class="head">
      <button
        type="button"
        class="plain narrow"
        aria-expanded={drawer === 'channels'}
        onClick={() => toggle('channels')}
      >
        <ChannelsIcon /> Channels
      </button>
      <h1>
        <span class="mark">#</span> {all.find((one) => one.id === channel)?.name ?? hello?.direct?.name ?? ''}
      </h1>
      {connected ? null : <span role="status">Connecting again…</span>}
      <button
        type="button"
        class="plain narrow"
        aria-expanded={drawer === 'stage'}
        onClick={() => toggle('stage')}
      >
        <ClockIcon /> Stage
      </button>
    </header>
  );
}

function Channels({ close }: { readonly close: () => void }) {
  const client = useClient();
  const { hello, channel } = useKnown();
  if (hello === null) return null;
  const open = (id: string) => {
    close();
    void client.open(id);
  };
  const entry = ({ id, name }: { readonly id: string; readonly name: string }, mark: string) => (
    <li>
      <button type="button" aria-current={id === channel ? 'page' : 'false'} onClick={() => open(id)}>
        <span class="mark">{mark}</span> {name}
      </button>
    </li>
  );
  return (
    <nav aria-label="Channels">
      {hello.guilds.map((guild) => (
        <>
          <h2>{guild.name}</h2>
          <ul>{guild.channels.map((one) => entry(one, '#'))}</ul>
          <Events events={guild.events} />
        </>
      ))}
      {hello.direct === null ? null : <ul>{entry(hello.direct, '@')}</ul>}
      <Me close={close} />
    </nav>
  );
}

/** The events of a server: which, when in the reader's own zone, and where. */
function Events({ events }: { readonly events: readonly EventView[] }) {
  const { hello } = useKnown();
  if (events.length === 0 || hello === null) return null;
  const { zone, locale } = hello.me;
  return (
    <section class="events">
      <h3>Events</h3>
      <ul>
        {events.map(({ id, name, location, starts }) => (
          <li key={id}>
            <strong>{name}</strong>
            <small>{absolute(starts, 'f', zone, locale)}</small>
            <small>{location}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

const choice = ({ name, roles }: PersonView) => ({
  value: name,
  label: name,
  description: roles.length === 0 ? 'member' : roles.join(', '),
});

/** Whose client this is, and who else one can be. */
function Me({ close }: { readonly close: () => void }) {
  const client = useClient();
  const { hello } = useKnown();
  if (hello === null) return null;
  const { me, people } = hello;
  return (
    <div class="me">
      <label for="person">You are</label>
      <Picker
        id="person"
        placeholder="Somebody"
        options={people.filter(({ bot }) => !bot).map(choice)}
        chosen={[me.name]}
        change={([name = '']) => {
          close();
          client.become(name);
        }}
      />
      <small>
        {me.zone}, {me.locale}
      </small>
    </div>
  );
}
