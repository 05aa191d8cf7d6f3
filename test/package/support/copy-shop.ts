import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';

const SHOP = join(import.meta.dirname, '../apps/shop');

/** Copies the small shop next to the installed package. One half of it imports the library and the other requires it. */
export function copyShop(): string {
  const folder = mkdtempSync(join(inject('consumer'), 'shop-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(SHOP, folder, { recursive: true });
  return folder;
}

/** What its server prints when both halves have the same button and the same context. */
export const isShared = /^true [\s\S]*<button [\s\S]*결제를 부탁해/;
