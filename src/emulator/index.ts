export { createEmulator, type Emulator, type EmulatorOptions } from './create-emulator.ts';
export type { EmulatorFaults, InvalidBody } from './faults.ts';
export type { DeliveryMode, PaymentMethod, EmulatorSettings } from './settings.ts';
