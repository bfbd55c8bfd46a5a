/** The box in which a person writes text or fills the options of a command. */
import { useEffect, useState } from 'preact/hooks';
import type { ClientAction } from '../client/protocol.js';
import { useClient, useKnown } from './client.js';
import { matching, problemOf, typable, type Typable } from './commands.js';
import { SendButton } from './controls.js';
import { Dots } from './message.js';
import type { Actions } from './pending-actions.js';
import { Offers, OptionBox } from './option.js';

/** Of the box, before it scrolls. */
const MOST_LINES = 10;

interface ComposerProps {
  readonly actions: Actions;
  readonly commands: readonly Typable[];
}

/** Where one writes: plain text, or a command whose options open as boxes. */
export function Composer({ actions, commands }: ComposerProps) {
  const [command, setCommand] = useState<Typable | null>(null);
  const [text, setText] = useState('');
  const leave = () => setCommand(null);
  if (command !== null) return <Filling command={command} actions={actions} leave={leave} />;
  const pick = (one: Typable) => {
    setText('');
    setCommand(one);
  };
  return <Writing actions={actions} commands={commands} text={text} setText={setText} pick={pick} />;
}

function useChannelName(): string {
  const { hello, channel } = useKnown();
  const all = hello?.guilds.flatMap((guild) => guild.channels);
  return all?.find((one) => one.id === channel)?.name ?? '';
}

interface BoxProps {
  readonly text: string;
  /** The id of the command that Enter would take. */
  readonly active: string | null;
  readonly change: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function Box({ text, active, change, onKeyDown }: BoxProps) {
  const here = useChannelName();
  return (
    <textarea
      autocomplete="off"
      rows={Math.min(MOST_LINES, text.split('\n').length)}
      aria-label={`Message #${here}`}
      placeholder={`Message #${here}, or / for commands`}
      value={text}
      aria-autocomplete="list"
      aria-controls="commands"
      {...(active === null ? {} : { 'aria-activedescendant': active })}
      onInput={({ currentTarget }) => change(currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

interface WritingProps extends ComposerProps {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly pick: (one: Typable) => void;
}

function Writing(props: WritingProps) {
  const { actions, commands, text, setText, pick } = props;
  const [at, setAt] = useState(0);
  const slash = text.startsWith('/') && !text.includes('\n');
  const shown = slash ? matching(commands, text) : [];
  const { pending } = useKnown();
  const send = async () => {
    if (text.trim() === '' || pending !== null) return;
    // A whole line, pasted: the client reads its options by their names.
    if (slash) await actions.act({ kind: 'command', line: text.trim(), options: {} });
    else await actions.act({ kind: 'say', text });
    setText('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, shiftKey } = event;
    const chosen = shown[Math.min(at, shown.length - 1)];
    if (key === 'ArrowDown' && slash) setAt((before) => Math.min(before + 1, shown.length - 1));
    else if (key === 'ArrowUp' && slash) setAt((before) => Math.max(before - 1, 0));
    else if ((key === 'Enter' || key === 'Tab') && !shiftKey && chosen !== undefined) pick(chosen);
    else if (key === 'Enter' && !shiftKey) void send();
    else if (key === 'Escape' && slash) setText('');
    else return;
    event.preventDefault();
  };
  const offers = shown.map(({ name, description }) => ({
    label: `/${name}`,
    detail: description,
    value: name,
  }));
  return (
    <div class="composer">
      <Offers
        id="commands"
        label="Commands"
        offers={offers}
        at={at}
        take={({ value }) => {
          const one = shown.find(({ name }) => name === value);
          if (one !== undefined) pick(one);
        }}
      />
      <Box
        text={text}
        active={offers.length > 0 ? `commands-${at}` : null}
        change={(typed) => {
          setText(typed);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <Sending />
    </div>
  );
}

/** What is on its way, where Discord shows who is typing. */
function Sending() {
  const { pending } = useKnown();
  return (
    <p class="sending" role="status">
      {pending === null ? null : (
        <span>
          <Dots /> {sendingWords(pending)}
        </span>
      )}
    </p>
  );
}

function sendingWords(pending: ClientAction): string {
  switch (pending.kind) {
    case 'command':
      return `Sending ${pending.line}…`;
    case 'apps':
      return `Sending ${pending.command}…`;
    case 'say':
      return 'Sending the message…';
    case 'submit':
      return 'Sending the form…';
    default:
      return 'Waiting for Ultimatum…';
  }
}

interface FillingProps {
  readonly command: Typable;
  readonly actions: Actions;
  readonly leave: () => void;
}

function Filling({ command, actions, leave }: FillingProps) {
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [more, setMore] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const shown = command.options.filter((one) => one.required === true || more.includes(one.name));
  const hidden = command.options.filter((one) => !shown.includes(one));
  const sending = useKnown().pending !== null;
  const send = async () => {
    if (sending) return;
    setTried(true);
    if (shown.some((one) => problemOf(one, values[one.name]) !== '')) return;
    const options = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    const acted = await actions.act({ kind: 'command', line: `/${command.name}`, options });
    if (acted.ok) leave();
  };
  const ordered = [...shown].toSorted((a, b) => rank(a.name, more) - rank(b.name, more));
  return (
    <div class="composer filling" role="group" aria-label={`/${command.name}`} aria-busy={sending}>
      <div class="chips">
        <strong>/{command.name}</strong>
        {ordered.map((option, index) => (
          <OptionBox
            key={option.name}
            option={option}
            value={values[option.name] ?? ''}
            problem={tried ? problemOf(option, values[option.name]) : ''}
            line={`/${command.name}`}
            values={values}
            first={index === (more.length === 0 ? 0 : ordered.length - 1)}
            change={(value) => setValues((before) => ({ ...before, [option.name]: value }))}
            send={() => void send()}
            leave={leave}
          />
        ))}
      </div>
      <div class="row">
        <More hidden={hidden} add={(name) => setMore((before) => [...before, name])} />
        <span class="grow" />
        <button type="button" class="button secondary" onClick={leave}>
          Cancel
        </button>
        <SendButton
          label="Send"
          type="button"
          sending={sending}
          send={() => void send()}
          autofocus={shown.length === 0}
        />
      </div>
      <Sending />
    </div>
  );
}

/** Opens the options that are not required. */
function More(props: { readonly hidden: Typable['options']; readonly add: (name: string) => void }) {
  const { hidden, add } = props;
  return (
    <>
      {hidden.map(({ name, description }) => (
        <button type="button" class="plain" title={description} onClick={() => add(name)}>
          + {name}
        </button>
      ))}
    </>
  );
}

/** Required ones first as declared, then the others in the order they were opened. */
const rank = (name: string, more: readonly string[]) => more.indexOf(name);

/** The commands this person may use here, asked anew where that may have changed. */
export function useCommands(): { readonly typed: readonly Typable[]; readonly apps: readonly string[] } {
  const client = useClient();
  const { hello, channel, connected } = useKnown();
  const [offered, setOffered] = useState<Awaited<ReturnType<typeof client.commands>>>([]);
  useEffect(() => {
    let stale = false;
    const ask = async () => {
      const commands = await client.commands();
      if (!stale) setOffered(commands);
    };
    void ask();
    return () => {
      stale = true;
    };
  }, [hello, channel, connected]);
  return {
    typed: typable(offered),
    apps: offered.filter(({ type }) => type === 3).map(({ declaration }) => declaration.name),
  };
}
