import type { Page } from 'playwright';

/** Presses a button in a popup. A press that closes its own window may go unanswered: it was made all the same. */
export async function choose(popup: Page, name: string): Promise<void> {
  await popup
    .getByRole('button', { name })
    .click()
    .catch((error: unknown) => {
      if (!popup.isClosed()) throw error;
    });
}
