/** The messages of the open channel; only those in sight are drawn. */
import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useKnown } from './client.js';
import type { Actions } from './pending-actions.js';
import { MessageShown } from './message.js';

type MessageVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

const GUESSED_HEIGHT = 120;
const NEAR_END = 200;

function useVirtual(
  count: number,
  keyOf: (index: number) => string,
): readonly [MessageVirtualizer, (el: HTMLDivElement | null) => void] {
  const scroller = useRef<HTMLDivElement | null>(null);
  const [, redraw] = useState(0);
  const options = {
    count,
    getItemKey: keyOf,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESSED_HEIGHT,
    overscan: 8,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    measureElement,
    onChange: () => redraw((drawn) => drawn + 1),
  };
  const [list] = useState<MessageVirtualizer>(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options));
  list.setOptions(options);
  // The library's own bindings for frameworks are these two calls; it has none for preact.
  // oxlint-disable-next-line no-underscore-dangle
  useEffect(() => list._didMount(), [list]);
  // oxlint-disable-next-line no-underscore-dangle
  useLayoutEffect(() => list._willUpdate());
  return [
    list,
    (element) => {
      scroller.current = element;
    },
  ];
}

/** The messages of the open channel; only those in sight are drawn. */
export function Messages({ actions, apps }: { readonly actions: Actions; readonly apps: readonly string[] }) {
  const { messages, channel } = useKnown();
  const [list, setScroller] = useVirtual(messages.length, (index) => messages[index]?.id ?? String(index));
  const last = messages.at(-1);
  const stay = useRef(true);
  const before = useRef(0);
  const element = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    stay.current = true;
  }, [channel]);
  const total = list.getTotalSize();
  // Who reads the newest stays with the newest; who reads above is left alone.
  useEffect(() => {
    const box = element.current;
    if (box !== null && stay.current) box.scrollTop = box.scrollHeight;
  }, [last?.id, total]);
  return (
    <div
      class="messages"
      role="log"
      aria-label="Messages"
      tabIndex={0}
      ref={(box) => {
        element.current = box;
        setScroller(box);
      }}
      onScroll={({ currentTarget: box }) => {
        const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
        // Only a reader scrolls up; what is measured anew makes the list longer below.
        if (atEnd) stay.current = true;
        else if (box.scrollTop < before.current) stay.current = false;
        before.current = box.scrollTop;
      }}
    >
      <div class="tall" style={{ height: `${total}px` }}>
        {list.getVirtualItems().map((item) => {
          const message = messages[item.index];
          return message === undefined ? null : (
            <div
              key={item.key}
              data-index={item.index}
              class="place"
              style={{ transform: `translateY(${item.start}px)` }}
              ref={(drawn) => list.measureElement(drawn)}
            >
              <MessageShown message={message} actions={actions} apps={apps} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
