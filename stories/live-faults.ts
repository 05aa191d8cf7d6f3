import { useEffect, useState } from 'react';
import { NO_FAULTS } from '../src/emulator/faults.ts';
import { readFaults, subscribeToFaults, type Faults } from './live-emulator.ts';

export const SWITCHES = {
  none: { name: 'No fault', faults: {} },
  slow: { name: 'Session takes 7 s', faults: { sessionDelay: 7000 } },
  refused: { name: 'Token refused', faults: { tokenStatus: 401 } },
  expired: { name: 'Token expired once', faults: { sessionStatus: 401, sessionStatusTimes: 1 } },
  silent: { name: 'Popup posts no messages', faults: { popup: 'silent' } },
  forged: { name: 'Spoofed messages', faults: { popup: 'forged' } },
  blocked: { name: 'Popup blocked', faults: {} },
} as const satisfies Record<string, { name: string; faults: Faults }>;

export type Switch = keyof typeof SWITCHES;

/** `others`: faults that were set on the dashboard, and that no switch has. */
export type FaultsInForce = Switch | 'others';

/** The switch whose faults are in force at the emulator: after a reload, in a second tab, and when one has had its effect. */
export function useFaultsInForce(address: string, events: number): FaultsInForce | undefined {
  const [found, setFound] = useState<FaultsInForce>();
  useEffect(() => {
    let isCurrent = true;
    const read = () => {
      // A page that is closed cuts its request off.
      readFaults(address).then(
        (faults) => isCurrent && setFound(toSwitch(faults)),
        () => {},
      );
    };
    read();
    const unsubscribe = subscribeToFaults(read);
    return () => {
      isCurrent = false;
      unsubscribe();
    };
  }, [address, events]);
  return found;
}

function toSwitch(faults: Faults): FaultsInForce {
  const names = Object.keys(SWITCHES) as Switch[];
  const isInForce = (name: Switch) => {
    const expected: Faults = { ...NO_FAULTS, ...SWITCHES[name].faults };
    return Object.entries(expected).every(([key, value]) => faults[key] === value);
  };
  return names.find(isInForce) ?? 'others';
}
