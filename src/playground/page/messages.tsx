/** The messages of the open channel; only those in sight are drawn. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../client/protocol.js';
import { useKnown } from './client.js';
import type { Actions } from './pending-actions.js';
import { MessageShown } from './message.js';
import { placementOf } from './placement.js';
import { absolute } from './time.js';
import { useVirtual } from './virtual.js';

const NEAR_END = 200;

/** Whether the reader is at the newest message, and how many arrived since they left it. */
function useReading(messages: readonly MessageView[], own: string | null, total: number) {
  const box = useRef<HTMLDivElement | null>(null);
  const before = useRef(0);
  const stay = useRef(true);
  const [away, setAway] = useState(false);
  const [read, setRead] = useState<string | undefined>();
  const last = messages.at(-1)?.id;
  const move = (isAtEnd: boolean) => {
    stay.current = isAtEnd;
    setAway(!isAtEnd);
  };
  const toEnd = () => {
    move(true);
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  };
  // What a person wrote, or what answers them, is brought into view wherever they read.
  useEffect(() => {
    if (own !== null) toEnd();
  }, [own]);
  // Who reads the newest stays with the newest; who reads above is left alone.
  useEffect(() => {
    if (stay.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [last, total]);
  // The box under it grows and shrinks.
  useEffect(() => {
    const seen = box.current;
    if (seen === null) return undefined;
    const watch = new ResizeObserver(() => {
      if (stay.current) seen.scrollTop = seen.scrollHeight;
    });
    watch.observe(seen);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!away) setRead(last);
  }, [away, last]);
  const onScroll = () => {
    const seen = box.current;
    if (seen === null) return;
    // Only a reader scrolls up; what is measured anew makes the list longer below.
    if (seen.scrollHeight - seen.scrollTop - seen.clientHeight < NEAR_END) move(true);
    else if (seen.scrollTop < before.current) move(false);
    before.current = seen.scrollTop;
  };
  const unread = away ? messages.length - 1 - messages.findIndex(({ id }) => id === read) : 0;
  return { box, away, unread, toEnd, onScroll };
}

/** The messages of the open channel; only those in sight are drawn. */
export function Messages({ actions, apps }: { readonly actions: Actions; readonly apps: readonly string[] }) {
  const { messages, hello, own } = useKnown();
  const [list, setScroller] = useVirtual(messages.length, (index) => messages[index]?.id ?? String(index));
  const total = list.getTotalSize();
  const { box, away, unread, toEnd, onScroll } = useReading(messages, own, total);
  const zone = hello?.me.zone ?? 'UTC';
  return (
    <div class="reading">
      <div
        class="messages"
        role="log"
        aria-label="Messages"
        tabIndex={0}
        ref={(element) => {
          box.current = element;
          setScroller(element);
        }}
        onScroll={onScroll}
      >
        {messages.length === 0 ? <Beginning /> : null}
        <div class="tall" style={{ height: `${total}px` }}>
          {list.getVirtualItems().map((item) => {
            const message = messages[item.index];
            if (message === undefined) return null;
            const placement = placementOf(message, messages[item.index - 1], zone);
            return (
              <div
                key={item.key}
                data-index={item.index}
                class="place"
                style={{ transform: `translateY(${item.start}px)` }}
                ref={(drawn) => list.measureElement(drawn)}
              >
                {item.index === 0 ? <Beginning /> : null}
                {placement.newDay ? <Day at={message.at} /> : null}
                <MessageShown message={message} actions={actions} apps={apps} placement={placement} />
              </div>
            );
          })}
        </div>
      </div>
      {away ? <Bar unread={unread} toEnd={toEnd} /> : null}
    </div>
  );
}

/** Above the first message of a channel. */
function Beginning() {
  const { hello, channel } = useKnown();
  const found = hello?.guilds.flatMap((guild) => guild.channels).find(({ id }) => id === channel);
  if (found === undefined) return null;
  return (
    <div class="beginning">
      <h2>Welcome to #{found.name}!</h2>
      <p>This is the start of the #{found.name} channel.</p>
    </div>
  );
}

function Day({ at }: { readonly at: number }) {
  const { hello } = useKnown();
  const { zone, locale } = hello?.me ?? { zone: 'UTC', locale: 'en-US' };
  return (
    <div class="day" role="separator">
      <span>{absolute(at, 'D', zone, locale)}</span>
    </div>
  );
}

function Bar({ unread, toEnd }: { readonly unread: number; readonly toEnd: () => void }) {
  const said = unread === 1 ? '1 new message' : `${unread} new messages`;
  return (
    <div class={unread > 0 ? 'bar new' : 'bar'}>
      <span role="status">{unread > 0 ? said : 'You’re viewing older messages'}</span>
      <button type="button" onClick={toEnd}>
        Jump to present
      </button>
    </div>
  );
}
