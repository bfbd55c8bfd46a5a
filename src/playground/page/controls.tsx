/** Buttons and selects of a message. */
import { useState } from 'preact/hooks';
import type { Control } from '../check/controls.js';
import type { Hello } from '../client/protocol.js';
import { useKnown } from './client.js';
import { channelsFor } from './commands.js';

type ButtonDeclared = Extract<Control, { type: 2 }>;
type SelectDeclared = Exclude<Control, { type: 2 }>;

export interface Choosable {
  readonly value: string;
  readonly label: string;
  readonly description?: string | null | undefined;
}

const STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'link'];

export function ButtonShown(props: { readonly one: ButtonDeclared; readonly press: (id: string) => void }) {
  const { one, press } = props;
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
      class={`button ${STYLES[one.style] ?? ''}`}
      disabled={one.disabled === true}
      onClick={() => press(one.custom_id ?? '')}
    >
      {label}
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
    list.map(({ id, name }) => ({ value: id, label: `${mark}${name}` }));
  const people = named(hello?.people ?? [], '@');
  const roles = named(hello?.guilds.flatMap((guild) => guild.roles) ?? [], '@');
  const all = hello?.guilds.flatMap((guild) => guild.channels) ?? [];
  const channels = named(channelsFor(one.channel_types, all), '#');
  return { 5: people, 6: roles, 7: [...people, ...roles], 8: channels }[one.type];
}

export function chosenAtFirst(one: SelectDeclared): readonly string[] {
  if (one.type === 3)
    return one.options.filter((option) => option.default === true).map(({ value }) => value);
  return (one.default_values ?? []).map(({ id }) => id);
}

/** A select of a message. One choice is sent at once; several are sent together. */
export function SelectShown(props: {
  readonly one: SelectDeclared;
  readonly choose: (id: string, values: readonly string[]) => void;
}) {
  const { one, choose } = props;
  const { hello } = useKnown();
  const [several, setSeveral] = useState<readonly string[]>(chosenAtFirst(one));
  const options = choosable(one, hello);
  const name = one.placeholder ?? 'Make a selection';
  const most = one.max_values ?? 1;
  if (most === 1)
    return (
      <select
        class="select"
        aria-label={name}
        disabled={one.disabled === true}
        value={several[0] ?? ''}
        onChange={({ currentTarget }) => choose(one.custom_id, [currentTarget.value])}
      >
        <option value="" disabled>
          {name}
        </option>
        {options.map(({ value, label }) => (
          <option value={value}>{label}</option>
        ))}
      </select>
    );
  return (
    <fieldset class="several">
      <legend>{name}</legend>
      <Checks options={options} chosen={several} most={most} change={setSeveral} />
      <button type="button" class="button secondary" onClick={() => choose(one.custom_id, several)}>
        Choose
      </button>
    </fieldset>
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
