export { createEmulator, type Emulator, type EmulatorOptions } from './create-emulator.ts';
export type { Faults, Garbage } from './faults.ts';
export type { DeliveryMode, PaymentMethod, Settings } from './settings.ts';
