/** One option of a command, with its suggestions. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { LeafOption } from '../check/command.js';
import type { Hello } from '../client/protocol.js';
import { useClient, useKnown } from './client.js';
import { channelsFor, marked, rolesFor } from './commands.js';

interface OfferedValue {
  readonly label: string;
  readonly value: string;
  /** Beside the label, in a column of its own. */
  readonly detail?: string;
}

const SUGGEST_AFTER_MS = 150;

/** What a client offers by itself: choices, channels, roles, people. */
function ownOffers(option: LeafOption, hello: Hello | null): readonly OfferedValue[] {
  const named = (list: readonly { readonly name: string }[] | undefined, mark: string) =>
    (list ?? []).map(({ name }) => ({ label: marked(mark, name), value: name }));
  if (option.choices != null && option.choices.length > 0)
    return option.choices.map(({ name }) => ({ label: name, value: name }));
  const guild = hello?.guilds[0];
  if (option.type === 5) return ['true', 'false'].map((value) => ({ label: value, value }));
  if (option.type === 6) return named(hello?.people, '@');
  if (option.type === 7) return named(channelsFor(option.channel_types, guild?.channels ?? []), '#');
  return option.type === 8 ? named(rolesFor(hello), '@') : [];
}

export interface OptionProps {
  readonly option: LeafOption;
  readonly value: string;
  readonly problem: string;
  readonly line: string;
  readonly values: Readonly<Record<string, string>>;
  readonly first: boolean;
  readonly change: (value: string) => void;
  readonly send: () => void;
  readonly leave: () => void;
}

/** Suggestions for what is typed: the bot's own where it completes the option, else the client's that fit. */
function useOffers({ option, value, line, values }: OptionProps, open: boolean): readonly OfferedValue[] {
  const client = useClient();
  const { hello } = useKnown();
  const [suggested, setSuggested] = useState<readonly OfferedValue[]>([]);
  const live = option.autocomplete === true;
  useEffect(() => {
    if (!live || !open) return undefined;
    let stale = false;
    const ask = async () => {
      const filled = Object.fromEntries(Object.entries(values).filter(([, one]) => one !== ''));
      const act = { kind: 'suggest', line, options: filled, focused: option.name, text: value } as const;
      const acted = await client.act(act);
      if (stale || !acted.ok) return;
      setSuggested((acted.choices ?? []).map((one) => ({ label: one.name, value: String(one.value) })));
    };
    const timer = setTimeout(() => void ask(), SUGGEST_AFTER_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [live, open, value, line]);
  if (!open) return [];
  if (live) return suggested;
  const typed = value.toLowerCase();
  return ownOffers(option, hello).filter(({ label }) => label.toLowerCase().includes(typed));
}

/** The next place in a list that goes round; -1 where the list is empty. */
const stepped = (at: number, by: number, count: number) => (count === 0 ? -1 : (at + by + count) % count);

/** One option of a command: a box with what can be chosen for it. */
export function OptionBox(props: OptionProps) {
  const { option, value, problem, first, change, send, leave } = props;
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLInputElement | null>(null);
  const offers = useOffers(props, open);
  useEffect(() => {
    if (first) box.current?.focus();
  }, [first]);
  const take = (offer: OfferedValue) => {
    change(offer.value);
    setAt(-1);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const chosen = open && at >= 0 ? offers[at] : undefined;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      setOpen(true);
      setAt(stepped(at, key === 'ArrowDown' ? 1 : -1, offers.length));
    } else if (key === 'Enter' && chosen !== undefined) take(chosen);
    else if (key === 'Enter') send();
    else if (key === 'Escape' && open) setOpen(false);
    else if (key === 'Escape' || (key === 'Backspace' && value === '')) leave();
    else return;
    event.preventDefault();
  };
  const list = `offers-${option.name}`;
  return (
    <div class={`option${problem === '' ? '' : ' wrong'}`}>
      <label for={`option-${option.name}`} title={option.description}>
        {option.name}
        {option.required === true ? <span class="required">*</span> : null}
      </label>
      <input
        ref={box}
        id={`option-${option.name}`}
        value={value}
        autocomplete="off"
        placeholder={option.description}
        role="combobox"
        aria-expanded={offers.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(at >= 0 && offers.length > 0 ? { 'aria-activedescendant': `${list}-${at}` } : {})}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onInput={({ currentTarget }) => {
          setOpen(true);
          setAt(-1);
          change(currentTarget.value);
        }}
        onKeyDown={onKeyDown}
      />
      {problem === '' ? null : <small role="alert">{problem}</small>}
      <Offers id={list} offers={offers} at={at} take={take} label={option.name} />
    </div>
  );
}

export function Offers(props: {
  readonly id: string;
  readonly label: string;
  readonly offers: readonly OfferedValue[];
  readonly at: number;
  readonly take: (offer: OfferedValue) => void;
}) {
  const { id, label, offers, at, take } = props;
  const list = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div id={id} ref={list} role="listbox" aria-label={label} class={offers.length === 0 ? 'none' : 'offers'}>
      {offers.map((offer, index) => (
        <div
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          // The box keeps the focus, so that it does not close before the press arrives.
          onMouseDown={(event) => {
            event.preventDefault();
            take(offer);
          }}
        >
          {offer.detail === undefined ? (
            offer.label
          ) : (
            <>
              <span class="name">{offer.label}</span> <span class="detail">{offer.detail}</span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
