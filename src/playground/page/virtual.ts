/** Draws only the rows of a long list that are in sight. */
import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

type RowVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>;

const GUESSED_HEIGHT = 120;

/** The rows in sight of a list of `count`, and what takes the element that scrolls. */
export function useVirtual(
  count: number,
  keyOf: (index: number) => string,
): readonly [RowVirtualizer, (el: HTMLDivElement | null) => void] {
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
  const [list] = useState<RowVirtualizer>(() => new Virtualizer<HTMLDivElement, HTMLDivElement>(options));
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
