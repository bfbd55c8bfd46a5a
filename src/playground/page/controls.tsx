/** Buttons and selects of a message. */
import { useEffect, useState } from 'preact/hooks';
import type { Control } from '../check/controls.js';
import type { Hello } from '../client/protocol.js';
import { useKnown } from './client.js';
import { channelsFor, marked, rolesFor } from './commands.js';
import { Picker, type Choosable } from './picker.js';

type ButtonDeclared = Extract<Control, { type: 2 }>;
type SelectDeclared = Exclude<Control, { type: 2 }>;

/** What a person does at the controls of one message. */
export interface ControlActions {
  /** The id of the message. */
  readonly message: string;
  readonly press: (control: string) => void;
  /** Whether the bot took it. */
  readonly choose: (control: string, values: readonly string[]) => Promise<boolean>;
  /** Whether the bot has not answered yet what was done with this control. */
  readonly waitsFor: (control: string) => boolean;
}

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

export function ButtonShown(props: { readonly one: ButtonDeclared; readonly on: ControlActions }) {
  const { one, on } = props;
  const waits = on.waitsFor(one.custom_id ?? '');
  const label = [one.emoji?.name, one.label].filter(Boolean).join(' ');
  if (one.style === 5)
    return (
      <a class="button link" href={one.url ?? ''} target="_blank" rel="noreferrer noopener">
        {label} ↗
      </a>
    );
  return (
    <button
      type="button"
      class={`button ${STYLES[one.style] ?? ''}${waits ? ' waits' : ''}`}
      disabled={one.disabled === true || waits}
      aria-busy={waits}
      onClick={() => on.press(one.custom_id ?? '')}
    >
      <span>{label}</span>
    </button>
  );
}

/** The button that sends something; it waits while that is on its way. */
export function SendButton(props: {
  readonly label: string;
  readonly sending: boolean;
  readonly type: 'button' | 'submit';
  readonly autofocus?: boolean;
  readonly send?: () => void;
}) {
  const { label, sending, type, autofocus = false, send } = props;
  return (
    <button
      type={type}
      class={`button primary${sending ? ' waits' : ''}`}
      disabled={sending}
      aria-busy={sending}
      onClick={send}
      autofocus={autofocus}
    >
      <span>{label}</span>
    </button>
  );
}

/** What can be chosen in a select of any kind: its own options, or the people, roles and channels of the server. */
export function choosable(
  one: SelectDeclared | { readonly type: 21 | 22; readonly options: readonly Choosable[] },
  hello: Hello | null,
): readonly Choosable[] {
  if ('options' in one) return one.options;
  const named = (list: readonly { readonly id: string; readonly name: string }[], mark: string) =>
    list.map(({ id, name }) => ({ value: id, label: marked(mark, name) }));
  const people = named(hello?.people ?? [], '@');
  const roles = named(rolesFor(hello), '@');
  const all = hello?.guilds.flatMap((guild) => guild.channels) ?? [];
  const channels = named(channelsFor(one.channel_types, all), '#');
  return { 5: people, 6: roles, 7: [...people, ...roles], 8: channels }[one.type];
}

export function chosenAtFirst(one: SelectDeclared): readonly string[] {
  if (one.type === 3)
    return one.options.filter((option) => option.default === true).map(({ value }) => value);
  return (one.default_values ?? []).map(({ id }) => id);
}

/** A select of a message. One choice is sent at once; several are sent when the list is left. */
export function SelectShown(props: { readonly one: SelectDeclared; readonly on: ControlActions }) {
  const { one, on } = props;
  const { hello } = useKnown();
  const declared = chosenAtFirst(one);
  const [chosen, setChosen] = useState(declared);
  const [sent, setSent] = useState(declared);
  useEffect(() => {
    setChosen(declared);
    setSent(declared);
  }, [declared.join(' ')]);
  const send = async (values: readonly string[]) => {
    const taken = await on.choose(one.custom_id, values);
    if (taken) setSent(values);
    else setChosen(sent);
  };
  const several = (one.max_values ?? 1) > 1;
  const change = (values: readonly string[]) => {
    setChosen(values);
    if (!several) void send(values);
  };
  return (
    <Picker
      id={`select-${on.message}-${one.custom_id}`}
      label={one.placeholder ?? 'Make a selection'}
      placeholder={one.placeholder ?? 'Make a selection'}
      options={choosable(one, hello)}
      chosen={chosen}
      least={one.min_values ?? 1}
      most={one.max_values ?? 1}
      disabled={one.disabled === true || on.waitsFor(one.custom_id)}
      change={change}
      left={() => {
        if (chosen.join(' ') !== sent.join(' ')) void send(chosen);
      }}
    />
  );
}

export function Checks(props: {
  readonly options: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly most: number;
  readonly change: (values: readonly string[]) => void;
}) {
  const { options, chosen, most, change } = props;
  const toggled = (value: string) =>
    chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return (
    <>
      {options.map(({ value, label, description }) => (
        <label class="check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            disabled={!chosen.includes(value) && chosen.length >= most}
            onChange={() => change(toggled(value))}
          />
          <span>
            {label}
            {description ? <small> {description}</small> : null}
          </span>
        </label>
      ))}
    </>
  );
}
