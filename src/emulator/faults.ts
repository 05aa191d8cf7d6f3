import { MAX_TIMER } from '../protocol/max-timer.ts';

/** The failures that an emulator simulates. A `…Status` other than 200 replaces the response. */
export interface EmulatorFaults {
  /** The delay of the script, in ms. */
  scriptDelay: number;
  /** The HTTP status of the script. */
  scriptStatus: number;
  /** The body of the script: `script` is the script, `html` an error page with status 200, `empty` an empty body. */
  scriptBody: 'script' | 'html' | 'empty';
  /** The delay of the token response, in ms. */
  tokenDelay: number;
  /** The HTTP status of the token response. */
  tokenStatus: number;
  /** The body of the token response. */
  tokenBody: InvalidBody;
  /** The lifetime of a token, in ms. 0: it never expires. */
  tokenLifetime: number;
  /** The delay of the session response, in ms. */
  sessionDelay: number;
  /** The HTTP status of the session response. */
  sessionStatus: number;
  /** How many session requests get `sessionStatus` before it resets to 200. 0: all of them. */
  sessionStatusTimes: number;
  /** The body of the session response. */
  sessionBody: InvalidBody;
  /**
   * The messages of the share page: `silent` posts none, `closes` closes the popup without one, `twice` posts each one twice,
   * `forged` posts invalid messages before the valid ones.
   */
  popup: 'normal' | 'silent' | 'closes' | 'twice' | 'forged';
  /** The amount that the look-up returns, in won. 0: the amount that was paid. */
  amount: number;
}

/** The body of a response: `json` is the usual one, `html` an error page with status 200, `empty` an empty body. */
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

/** The values of the failures that have named values. */
export const FAULT_CHOICES: { [Name in keyof EmulatorFaults]?: readonly string[] } = {
  scriptBody: ['script', 'html', 'empty'],
  tokenBody: ['json', 'html', 'empty'],
  sessionBody: ['json', 'html', 'empty'],
  popup: ['normal', 'silent', 'closes', 'twice', 'forged'],
};

/** Parses failures from JSON or a form. Returns an error message if one is invalid. */
export function readFaults(input: Record<string, unknown>): Partial<EmulatorFaults> | string {
  const faults: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (!Object.hasOwn(NO_FAULTS, name))
      return `Unknown fault ${name}. Use one of: ${Object.keys(NO_FAULTS).join(', ')}.`;
    const choices = FAULT_CHOICES[name as keyof EmulatorFaults];
    if (choices) {
      if (typeof value !== 'string' || !choices.includes(value))
        return `${name} must be one of: ${choices.join(', ')}.`;
      faults[name] = value;
      continue;
    }
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (!Number.isSafeInteger(number) || (number as number) < 0) return `${name} must be a non-negative integer.`;
    if (name.endsWith('Status') && ((number as number) < 200 || (number as number) > 599)) {
      return `${name} must be an HTTP status from 200 to 599.`;
    }
    if (name.endsWith('Delay') && (number as number) > MAX_TIMER) {
      return `${name} must be at most ${MAX_TIMER} ms.`;
    }
    faults[name] = number;
  }
  return faults;
}
