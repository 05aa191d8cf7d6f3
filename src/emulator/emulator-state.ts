import { createClock } from './clock.ts';
import { createWebhookSender } from './webhook-sender.ts';
import type { Language } from './pages/language.ts';
import { parseSavedData, type EmulatorStorage, type SavedData } from './saved-data.ts';
import { NO_FAULTS, type EmulatorFaults } from './faults.ts';
import { createPaymentStore } from './payment-store.ts';
import { DEFAULT_SETTINGS, type EmulatorSettings } from './settings.ts';

export type EmulatorState = ReturnType<typeof createState>;

/** Creates the state of an emulator: clock, payments, failures, settings and the webhook sender. */
export function createState(options: {
  settings: Partial<EmulatorSettings>;
  now: () => number;
  deliver: (request: Request) => Promise<Response>;
  storage?: EmulatorStorage | undefined;
  /** The language of the pages; if omitted, that of the browser. */
  language?: Language | undefined;
  /** Whether the webhook URL can be changed only by `settings`, and secrets are masked. */
  isReachable: boolean;
}) {
  const { storage, language, isReachable } = options;
  const initial: EmulatorSettings = { ...DEFAULT_SETTINGS, ...options.settings };
  let settings = initial;
  let faults = NO_FAULTS;
  const clock = createClock(options.now);
  const paymentStore = createPaymentStore(clock);
  const webhookSender = createWebhookSender({
    ...{ clock, getSettings: () => settings, deliver: options.deliver },
    onChange() {
      try {
        save();
      } catch {
        // The next request that changes something reports it: its response is 500.
      }
    },
  });

  function save(): void {
    if (!storage) return;
    const data: SavedData = {
      ...{ version: 1, ahead: clock.ahead(), payments: paymentStore.list().reverse() },
      ...{ deliveries: [...webhookSender.list()], pending: webhookSender.pending() },
    };
    storage.write(JSON.stringify(data));
  }

  function restore(text: string): void {
    const { ahead, payments, deliveries, pending } = parseSavedData(text);
    clock.advance(ahead);
    paymentStore.restore(payments);
    webhookSender.restore(deliveries);
    for (const { uid, status } of pending) {
      const payment = paymentStore.find(uid);
      if (payment) webhookSender.resend(payment, status);
    }
  }
  const saved = storage?.read();
  if (saved != null) restore(saved);
  // At the start rather than at the first payment: a storage that cannot be written to is reported while somebody watches.
  save();

  return {
    language,
    isReachable,
    save,
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
      save();
    },
  };
}
