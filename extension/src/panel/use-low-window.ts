import { useEffect, useState } from 'preact/hooks';

/** Lower than this the panel has no room for what is not read all the time: a usual window at 200 %. */
const low = '(max-height: 30rem)';

/** Whether the panel's window is low. */
export function useLowWindow(): boolean {
  const [isLow, setLow] = useState(() => matchMedia(low).matches);
  useEffect(() => {
    const query = matchMedia(low);
    const look = () => setLow(query.matches);
    query.addEventListener('change', look);
    look();
    return () => query.removeEventListener('change', look);
  }, []);
  return isLow;
}
