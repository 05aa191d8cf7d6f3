import type { Page } from 'playwright';

/** Clicks a button in a popup. A click that closes the popup may reject although it was performed: that is ignored. */
export async function clickInPopup(popup: Page, name: string): Promise<void> {
  await popup
    .getByRole('button', { name })
    .click()
    .catch((error: unknown) => {
      if (!popup.isClosed()) throw error;
    });
}
