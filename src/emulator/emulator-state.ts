import { createClock } from './clock.ts';
import { createWebhookSender } from './webhook-sender.ts';
import { NO_FAULTS, type Faults } from './faults.ts';
import { createPaymentStore } from './payment-store.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';

export type EmulatorState = ReturnType<typeof createState>;

/** All that the service knows: time, money, what goes wrong, and whom to tell. */
export function createState(options: {
  settings: Partial<Settings>;
  now: () => number;
  deliver: (request: Request) => Promise<Response>;
}) {
  const initial: Settings = { ...DEFAULT_SETTINGS, ...options.settings };
  let settings = initial;
  let faults = NO_FAULTS;
  const clock = createClock(options.now);
  const ledger = createPaymentStore(clock);
  const deliverer = createWebhookSender({ clock, getSettings: () => settings, deliver: options.deliver });
  return {
    clock,
    ledger,
    deliverer,
    getSettings: () => settings,
    setSettings: (change: Partial<Settings>) => void (settings = { ...settings, ...change }),
    getFaults: () => faults,
    setFaults: (change: Partial<Faults>) => void (faults = { ...faults, ...change }),
    resetFaults: () => void (faults = NO_FAULTS),
    reset() {
      settings = initial;
      faults = NO_FAULTS;
      clock.reset();
      ledger.clear();
      deliverer.clear();
      clock.release();
    },
  };
}
