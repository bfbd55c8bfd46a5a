/** A list to choose from, as Discord draws its selects: opened by a press or the keyboard. */
import { useEffect, useState } from 'preact/hooks';
import { usePopup } from './popup.js';

/** One thing to choose. */
export interface Choosable {
  readonly value: string;
  readonly label: string;
  readonly description?: string | null | undefined;
}

export interface PickerProps {
  readonly id: string;
  /** What a reader without eyes hears; left out where a label on the page names it. */
  readonly label?: string;
  readonly placeholder: string;
  readonly options: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly least?: number;
  /** More than one: the list stays open until it is left. */
  readonly most?: number;
  readonly disabled?: boolean;
  readonly change: (values: readonly string[]) => void;
  /** Called when a list of several is left. */
  readonly left?: () => void;
}

/** What is chosen after an option was taken. */
function taken({ chosen, least = 1, most = 1 }: PickerProps, value: string): readonly string[] {
  const has = chosen.includes(value);
  if (most > 1) {
    if (has) return chosen.filter((one) => one !== value);
    return chosen.length < most ? [...chosen, value] : chosen;
  }
  return has && least === 0 ? [] : [value];
}

const plain = (label: string) => label.replace(/^[@#]/, '').toLowerCase();

/** Where a key leads in the list; undefined where it leads nowhere. */
function led(key: string, at: number, options: readonly Choosable[]): number | undefined {
  const last = options.length - 1;
  if (key === 'ArrowDown') return Math.min(at + 1, last);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key.length !== 1 || key === ' ') return undefined;
  const begins = options.flatMap((one, index) =>
    plain(one.label).startsWith(key.toLowerCase()) ? [index] : [],
  );
  return begins.find((index) => index > at) ?? begins[0];
}

/** What a picker does: whether its list is open, where the keyboard is in it, and what keys and presses do. */
function usePicker(props: PickerProps) {
  const { options, chosen, most = 1, change, left } = props;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const close = () => {
    if (open) left?.();
    setOpen(false);
  };
  const { anchor, popup } = usePopup<HTMLButtonElement>(open, 'fill', close);
  useEffect(() => {
    popup.current?.querySelector('.at')?.scrollIntoView({ block: 'nearest' });
  }, [open, at]);
  const start = () => {
    setAt(
      Math.max(
        0,
        options.findIndex(({ value }) => chosen.includes(value)),
      ),
    );
    setOpen(true);
  };
  const take = (one: Choosable | undefined) => {
    if (one === undefined) return;
    change(taken(props, one.value));
    if (most === 1) setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const to = led(key, at, options);
    if (key === 'Tab') return close();
    if (key === 'Enter' || key === ' ') {
      if (open) take(options[at]);
      else start();
    } else if (to !== undefined && !open && key.startsWith('Arrow')) start();
    else if (to !== undefined && open) setAt(to);
    else return;
    event.preventDefault();
  };
  const press = () => (open ? close() : start());
  return { open, at, anchor, popup, press, take, onKeyDown };
}

/** A list to choose from, one or several. It shows what is chosen. */
export function Picker(props: PickerProps) {
  const { id, label, placeholder, options, chosen, most = 1, disabled = false } = props;
  const { open, at, anchor, popup, press, take, onKeyDown } = usePicker(props);
  const named = options.filter(({ value }) => chosen.includes(value));
  return (
    <div class="picker">
      <button
        type="button"
        role="combobox"
        id={id}
        class="picked"
        ref={anchor}
        disabled={disabled}
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        {...(label === undefined ? {} : { 'aria-label': label })}
        {...(open ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        onClick={press}
        onKeyDown={onKeyDown}
      >
        <Picked named={named} several={most > 1} placeholder={placeholder} />
        <span class="chevron" aria-hidden="true" />
      </button>
      <div
        id={`${id}-list`}
        role="listbox"
        popover="manual"
        ref={popup}
        class="popup list"
        aria-label={label ?? placeholder}
        aria-multiselectable={most > 1}
      >
        {open ? (
          <Options id={id} options={options} chosen={chosen} at={at} several={most > 1} take={take} />
        ) : null}
      </div>
    </div>
  );
}

function Picked(props: {
  readonly named: readonly Choosable[];
  readonly several: boolean;
  readonly placeholder: string;
}) {
  const { named, several, placeholder } = props;
  if (named.length === 0) return <span class="placeholder">{placeholder}</span>;
  if (!several) return <span class="value">{named[0]?.label}</span>;
  return (
    <span class="value">
      {named.map(({ label }) => (
        <span class="chip">{label}</span>
      ))}
    </span>
  );
}

function Options(props: {
  readonly id: string;
  readonly options: readonly Choosable[];
  readonly chosen: readonly string[];
  readonly at: number;
  readonly several: boolean;
  readonly take: (one: Choosable) => void;
}) {
  const { id, options, chosen, at, several, take } = props;
  return (
    <>
      {options.map((one, index) => (
        <div
          id={`${id}-${index}`}
          role="option"
          class={index === at ? 'at' : ''}
          aria-selected={chosen.includes(one.value)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(one)}
        >
          <span>
            {one.label}
            {one.description ? <small> {one.description}</small> : null}
          </span>
          <span class={several ? 'tick box' : 'tick'} aria-hidden="true" />
        </div>
      ))}
    </>
  );
}
