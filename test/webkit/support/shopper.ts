import { By, error, type WebDriver } from 'selenium-webdriver';
import { expect } from 'vitest';

export type Shopper = Awaited<ReturnType<typeof createShopper>>;

/** A page that is kept, or taken from where it was kept, has no load to wait for, and the driver has waited for one in vain. */
async function arrive(navigation: Promise<void>): Promise<void> {
  try {
    await navigation;
  } catch (problem) {
    if (!(problem instanceof error.TimeoutError)) throw problem;
  }
}

/** Somebody at the shop's page, which is open in this window of the browser. */
export async function createShopper(driver: WebDriver) {
  const shop = await driver.getWindowHandle();

  /** Does something in another window and comes back to the shop. */
  async function within<T>(window: string, act: () => Promise<T>): Promise<T> {
    await driver.switchTo().window(window);
    try {
      return await act();
    } finally {
      await driver.switchTo().window(shop);
    }
  }

  const windows = () => driver.getAllWindowHandles();
  /** Presses the button of this name as soon as it is there. */
  async function click(name: string) {
    const button = By.xpath(`//button[contains(., "${name}")]`);
    await expect.poll(async () => (await driver.findElements(button)).length).toBeGreaterThan(0);
    await driver.findElement(button).click();
  }
  const look = (label: string) =>
    driver.executeScript<string>(`return document.querySelector('output[aria-label="${label}"]')?.textContent ?? ''`);

  return {
    driver,
    windows,
    within,
    click,
    /** Presses and takes hold of the window that opens. */
    async press(name = 'pay'): Promise<string> {
      const before = await windows();
      await click(name);
      let opened: string | undefined;
      await expect.poll(async () => (opened = (await windows()).find((one) => !before.includes(one)))).toBeDefined();
      return opened!;
    },
    sees: (text: string, label = 'state of pay') => expect.poll(() => look(label).catch(String)).toBe(text),
    /** Goes to another page, or back. What is there then is for the test to see. */
    goesTo: (address: string) => arrive(driver.get(address)),
    goesBack: () => arrive(driver.navigate().back()),
    /** Presses a button of Instead's page. The press may close its own window. */
    choose: (window: string, name: string) => within(window, () => click(name)),
    closes: (window: string) => within(window, () => driver.close()),
    seesGone: (window: string) => expect.poll(windows).not.toContain(window),
    run: <T>(code: string, ...values: unknown[]) => driver.executeScript<T>(code, ...values),
  };
}
