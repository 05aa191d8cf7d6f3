export { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.ts';
export type { Faults, Garbage } from './faults.ts';
export type { DeliveryMode, SandboxPayMethod, Settings } from './settings.ts';
