import { By, error, type WebDriver } from 'selenium-webdriver';
import { expect } from 'vitest';

export type Shopper = Awaited<ReturnType<typeof createShopper>>;

/**
 * A page that enters or leaves the back-forward cache has no load to wait for, and the driver would wait for one forever.
 */
async function arrive(navigation: Promise<void>): Promise<void> {
  try {
    await navigation;
  } catch (problem) {
    if (!(problem instanceof error.TimeoutError)) throw problem;
  }
}

/** Drives the shop's page, which is open in this window of the browser. */
export async function createShopper(driver: WebDriver) {
  const shop = await driver.getWindowHandle();

  /** Runs the function in another window and switches back to the shop. */
  async function inWindow<T>(window: string, act: () => Promise<T>): Promise<T> {
    await driver.switchTo().window(window);
    try {
      return await act();
    } finally {
      await driver.switchTo().window(shop);
    }
  }

  const windows = () => driver.getAllWindowHandles();
  /** Clicks the button of this name as soon as it exists. */
  async function click(name: string) {
    const button = By.xpath(`//button[contains(., "${name}")]`);
    await expect.poll(async () => (await driver.findElements(button)).length).toBeGreaterThan(0);
    await driver.findElement(button).click();
  }
  const read = (label: string) =>
    driver.executeScript<string>(`return document.querySelector('output[aria-label="${label}"]')?.textContent ?? ''`);

  return {
    driver,
    windows,
    inWindow,
    click,
    /** Clicks the button and returns the popup that opens. */
    async clickAndOpen(name = 'pay'): Promise<string> {
      const before = await windows();
      await click(name);
      let opened: string | undefined;
      await expect.poll(async () => (opened = (await windows()).find((one) => !before.includes(one)))).toBeDefined();
      return opened!;
    },
    expectState: (text: string, label = 'state of pay') => expect.poll(() => read(label).catch(String)).toBe(text),
    /** Navigates to another page, or back. The test checks what is loaded then. */
    navigate: (address: string) => arrive(driver.get(address)),
    goBack: () => arrive(driver.navigate().back()),
    /** Clicks a button of Instead's page. The click may close the popup. */
    clickInPopup: (window: string, name: string) => inWindow(window, () => click(name)),
    closePopup: (window: string) => inWindow(window, () => driver.close()),
    expectPopupClosed: (window: string) => expect.poll(windows).not.toContain(window),
    run: <T>(code: string, ...values: unknown[]) => driver.executeScript<T>(code, ...values),
  };
}
