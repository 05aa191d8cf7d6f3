import { MAX_DELAY } from './clock.ts';

/** What goes wrong on demand. A `…Delay` is in ms; a `…Status` other than 200 is answered instead of the real answer. */
export interface EmulatorFaults {
  /** How late the script is answered, in ms. */
  scriptDelay: number;
  /** The HTTP status of the script. */
  scriptStatus: number;
  /** `script` is the script; `html` a page in its place, with status 200; `empty` nothing at all. */
  scriptBody: 'script' | 'html' | 'empty';
  /** How late the token is answered, in ms. */
  tokenDelay: number;
  /** The HTTP status of the token. */
  tokenStatus: number;
  /** What stands in the token's answer. */
  tokenBody: InvalidBody;
  /** How long a token is good for, in ms. 0: for good. */
  tokenLifetime: number;
  /** How late the session is answered, in ms. */
  sessionDelay: number;
  /** The HTTP status of the session. */
  sessionStatus: number;
  /** How many sessions get `sessionStatus` before it heals. 0: all of them. */
  sessionStatusTimes: number;
  /** What stands in the session's answer. */
  sessionBody: InvalidBody;
  /**
   * The shopper's page: `silent` never speaks, `closes` goes away without a word, `twice` says everything twice,
   * `forged` says words of shapes that nobody knows before its own.
   */
  popup: 'normal' | 'silent' | 'closes' | 'twice' | 'forged';
  /** What the look-up says was paid, in won. 0: the truth. */
  amount: number;
}

/** `json` is the real answer; `html` an error page with status 200; `empty` nothing at all. */
export type InvalidBody = 'json' | 'html' | 'empty';

export const NO_FAULTS: EmulatorFaults = {
  scriptDelay: 0,
  scriptStatus: 200,
  scriptBody: 'script',
  tokenDelay: 0,
  tokenStatus: 200,
  tokenBody: 'json',
  tokenLifetime: 0,
  sessionDelay: 0,
  sessionStatus: 200,
  sessionStatusTimes: 0,
  sessionBody: 'json',
  popup: 'normal',
  amount: 0,
};

/** The values that a fault chosen by word may take. */
export const FAULT_CHOICES: { [Name in keyof EmulatorFaults]?: readonly string[] } = {
  scriptBody: ['script', 'html', 'empty'],
  tokenBody: ['json', 'html', 'empty'],
  sessionBody: ['json', 'html', 'empty'],
  popup: ['normal', 'silent', 'closes', 'twice', 'forged'],
};

/** Reads some faults, from JSON or a form. A sentence: what is wrong with them. */
export function readFaults(input: Record<string, unknown>): Partial<EmulatorFaults> | string {
  const faults: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (!Object.hasOwn(NO_FAULTS, name)) return `${name} is no fault. There are: ${Object.keys(NO_FAULTS).join(', ')}.`;
    const choices = FAULT_CHOICES[name as keyof EmulatorFaults];
    if (choices) {
      if (typeof value !== 'string' || !choices.includes(value))
        return `${name} must be one of: ${choices.join(', ')}.`;
      faults[name] = value;
      continue;
    }
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (!Number.isSafeInteger(number) || (number as number) < 0) return `${name} must be a whole number, 0 or more.`;
    if (name.endsWith('Status') && ((number as number) < 200 || (number as number) > 599)) {
      return `${name} must be an HTTP status from 200 to 599.`;
    }
    if (name.endsWith('Delay') && (number as number) > MAX_DELAY) {
      return `${name} must be at most ${MAX_DELAY} ms.`;
    }
    faults[name] = number;
  }
  return faults;
}
