import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const styles = readFileSync('src/ui/styles.css', 'utf8');

/** The default of a property, on a light page and on a dark one. */
function valueOf(name: string): { light: string; dark: string } {
  const found = new RegExp(`var\\(--instead-${name}, light-dark\\((#\\w+), (#\\w+)\\)\\)`).exec(styles);
  if (!found) throw new Error(`--instead-${name} has no two defaults`);
  return { light: found[1]!, dark: found[2]! };
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join('') : hex.slice(1);
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

// The pages that a shop may have behind the button: white, and nearly black. The status line has the color of the page's text.
const page = { light: '#ffffff', dark: '#1c1c1c' };

test.each(['light', 'dark'] as const)('every text has a contrast of 4.5 on a %s page', (scheme) => {
  const of = (name: string) => valueOf(name)[scheme];
  expect(contrast(of('button-color'), of('button-background'))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(of('button-color'), of('button-background-hover'))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(of('overlay-color'), of('overlay-background'))).toBeGreaterThanOrEqual(4.5);
});

test.each(['light', 'dark'] as const)('the focus ring and the button are distinguishable on a %s page', (scheme) => {
  expect(contrast(valueOf('focus-color')[scheme], page[scheme])).toBeGreaterThanOrEqual(3);
  expect(contrast(valueOf('button-background')[scheme], page[scheme])).toBeGreaterThanOrEqual(3);
});
