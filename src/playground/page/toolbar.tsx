/** What shows over a message under the pointer, and the menu of apps behind it. */
import { useState } from 'preact/hooks';
import { MoreIcon } from './icons.js';
import { usePopup } from './popup.js';

interface ToolbarProps {
  /** Names of the apps offered for the message. */
  readonly apps: readonly string[];
  readonly use: (app: string) => void;
}

/** What shows over a message under the pointer or the focus: its apps. */
export function Toolbar({ apps, use }: ToolbarProps) {
  const [open, setOpen] = useState(false);
  const { anchor, popup } = usePopup<HTMLButtonElement>(open, 'end', () => setOpen(false));
  return (
    <div class={open ? 'toolbar open' : 'toolbar'}>
      <button
        type="button"
        ref={anchor}
        aria-expanded={open}
        aria-label="Apps for this message"
        title="Apps"
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
      </button>
      <div class="popup menu" popover="manual" ref={popup}>
        {open
          ? apps.map((app) => (
              <button
                type="button"
                onClick={() => {
                  setOpen(false);
                  use(app);
                }}
              >
                {app}
              </button>
            ))
          : null}
      </div>
    </div>
  );
}
