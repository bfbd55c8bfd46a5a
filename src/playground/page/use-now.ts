/** The record's time on the page, as it runs. */
import { useEffect, useState } from 'preact/hooks';
import type { StageView } from '../client/protocol.js';
import { recordNow } from './client.js';

/** The record's time, running on the page between two words from the stage. */
export function useNow(stage: StageView): number {
  const [now, setNow] = useState(recordNow(stage));
  useEffect(() => {
    setNow(recordNow(stage));
    if (stage.clock.rate === 0) return undefined;
    const timer = setInterval(() => setNow(recordNow(stage)), 250);
    return () => clearInterval(timer);
  }, [stage]);
  return now;
}
