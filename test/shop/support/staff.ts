import type { Locator, Page } from 'playwright';
import { listen, type ScreenReader } from './screen-reader.ts';
import { newPage } from './visit.ts';

export const KEY = 'demo-admin';

/** Opens a page on which the staff is logged in, with a recorder of what is announced. */
export async function newStaffPage(): Promise<{ page: Page; reader: ScreenReader }> {
  const page = await newPage();
  const reader = await listen(page);
  await page.goto('/admin');
  await logIn(page);
  return { page, reader };
}

export async function logIn(page: Page): Promise<void> {
  await page.getByLabel('관리자 키').fill(KEY);
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByRole('button', { name: '로그아웃' }).waitFor();
}

export const orderRow = (page: Page, id: string): Locator => page.getByRole('listitem', { name: `주문 ${id}` });

/** The payment in the list of what is owed. */
export const owedRow = (page: Page, uid: string): Locator => page.getByRole('listitem', { name: `환불 ${uid}` });
