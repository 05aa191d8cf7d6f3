import { createClock } from './clock.ts';
import { createWebhookSender } from './webhook-sender.ts';
import { NO_FAULTS, type EmulatorFaults } from './faults.ts';
import { createPaymentStore } from './payment-store.ts';
import { DEFAULT_SETTINGS, type EmulatorSettings } from './settings.ts';

export type EmulatorState = ReturnType<typeof createState>;

/** Creates the state of an emulator: clock, payments, failures, settings and the webhook sender. */
export function createState(options: {
  settings: Partial<EmulatorSettings>;
  now: () => number;
  deliver: (request: Request) => Promise<Response>;
}) {
  const initial: EmulatorSettings = { ...DEFAULT_SETTINGS, ...options.settings };
  let settings = initial;
  let faults = NO_FAULTS;
  const clock = createClock(options.now);
  const paymentStore = createPaymentStore(clock);
  const webhookSender = createWebhookSender({ clock, getSettings: () => settings, deliver: options.deliver });
  return {
    clock,
    paymentStore,
    webhookSender,
    getSettings: () => settings,
    setSettings: (change: Partial<EmulatorSettings>) => void (settings = { ...settings, ...change }),
    getFaults: () => faults,
    setFaults: (change: Partial<EmulatorFaults>) => void (faults = { ...faults, ...change }),
    resetFaults: () => void (faults = NO_FAULTS),
    reset() {
      settings = initial;
      faults = NO_FAULTS;
      clock.reset();
      paymentStore.clear();
      webhookSender.clear();
      clock.release();
    },
  };
}
