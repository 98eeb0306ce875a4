/** What a reader does before anything else. */
import type { Locator } from 'playwright';

/** Comes to an element with the pointer over the page: elements near the window come alive with the first sign of a reader. */
export async function comeTo(element: Locator): Promise<void> {
  await element.page().mouse.move(3, 3);
  await element.scrollIntoViewIfNeeded();
}
