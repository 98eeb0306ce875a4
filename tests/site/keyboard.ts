/** What tests do that drive a page by keyboard alone. */
import type { Locator, Page } from 'playwright';

/** Presses Tab until the focus is where it is wanted. What comes alive as it comes near may not be there yet. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let steps = 0; steps < 300; steps += 1) {
    if (await has(goal)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(goal)}`);
}

const has = async (goal: Locator): Promise<boolean> =>
  await goal.evaluateAll(([element]) => element !== undefined && element === document.activeElement);
