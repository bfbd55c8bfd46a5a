/** What opens over the page: a menu or a list beside what opened it, closed by Escape or a press elsewhere. */
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Between what opened it and the popup, and to the edges of the window, px. */
const GAP = 4;
const LEAST_HEIGHT = 160;

type Align = 'fill' | 'end';

/** Below the anchor where there is room, else above it. */
function place(popup: HTMLElement, anchor: HTMLElement, align: Align): void {
  const { left, right, top, bottom, width } = anchor.getBoundingClientRect();
  const [wide, high] = [window.innerWidth, window.innerHeight];
  const below = high - bottom - 2 * GAP;
  const needed = Math.min(popup.scrollHeight, LEAST_HEIGHT);
  const down = below >= needed || below >= top;
  const { style } = popup;
  style.maxHeight = `${Math.min(320, (down ? below : top) - GAP)}px`;
  style.top = down ? `${bottom + GAP}px` : 'auto';
  style.bottom = down ? 'auto' : `${high - top + GAP}px`;
  style.left = align === 'fill' ? `${left}px` : 'auto';
  style.right = align === 'fill' ? 'auto' : `${wide - right}px`;
  if (align === 'fill') style.width = `${width}px`;
}

/** Keeps a popup beside its anchor while it is open; `close` is called on Escape and on a press elsewhere. */
export function usePopup<Anchor extends HTMLElement>(open: boolean, align: Align, close: () => void) {
  const anchor = useRef<Anchor | null>(null);
  const popup = useRef<HTMLDivElement | null>(null);
  const closing = useRef(close);
  closing.current = close;
  useLayoutEffect(() => {
    const [shown, from] = [popup.current, anchor.current];
    if (!open || shown === null || from === null) return undefined;
    shown.showPopover();
    const follow = () => place(shown, from, align);
    follow();
    const inside = ({ target }: Event) =>
      target instanceof Node && (shown.contains(target) || from.contains(target));
    const onPress = (event: Event) => {
      if (!inside(event)) closing.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // A form behind it stays open.
      event.preventDefault();
      event.stopPropagation();
      closing.current();
      from.focus();
    };
    const ending = new AbortController();
    const heard = { capture: true, signal: ending.signal };
    document.addEventListener('pointerdown', onPress, heard);
    document.addEventListener('keydown', onKey, heard);
    document.addEventListener('scroll', follow, heard);
    window.addEventListener('resize', follow, heard);
    return () => {
      ending.abort();
      if (shown.isConnected) shown.hidePopover();
    };
  }, [open, align]);
  return { anchor, popup };
}
