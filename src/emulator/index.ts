export { createEmulator, type Emulator, type EmulatorOptions } from './create-emulator.ts';
export {
  emulatorCancel,
  emulatorLookup,
  emulatorLookupByOrder,
  type EmulatorCancellation,
  type EmulatorOrderPayment,
  type EmulatorPayment,
} from './emulator-lookup.ts';
export type { EmulatorStorage } from './saved-data.ts';
export type { EmulatorFaults, InvalidBody } from './faults.ts';
export type { DeliveryMode, PaymentMethod, EmulatorSettings } from './settings.ts';
