/** A lesson of the built site in a real browser: runs its cells and reads what they show. */
import type { ConsoleMessage, Page } from 'playwright';
import type { SiteForAll } from '../site/site-for-all.ts';

export interface LessonPage {
  readonly page: Page;
  /** Errors in the browser's console and errors that nobody caught, so far. */
  readonly troubles: string[];
  /** Ids of the lesson's cells in page order, but for those of exercises, which begin unfinished, and the code of figures. */
  cells(): Promise<string[]>;
  /** Presses Run and waits for the end. Returns the state; for a cell that failed, with what the page says. */
  run(cell: string): Promise<string>;
  /** Enters a number into an input of the cell, which waits for Run. */
  set(cell: string, name: string, value: number): Promise<void>;
  /** Enters a number into an input of the cell and waits until the cell has answered. */
  enter(cell: string, name: string, value: number): Promise<void>;
  /** All that the cell's output says. */
  text(cell: string): Promise<string>;
  /** The cell's first table: its rows, by the names of the columns. */
  table(cell: string): Promise<Record<string, string>[]>;
  /** A value of the lesson's scope, as `<descent-cell>.read(path)` gives it. */
  read(cell: string, path: string): Promise<unknown>;
  close(): Promise<void>;
}

export async function openLesson(
  { browser, url }: Pick<SiteForAll, 'browser' | 'url'>,
  lesson: string,
  backend: string,
): Promise<LessonPage> {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(`${url}${lesson}/?backend=${backend}`);
  const element = (cell: string) => page.locator(`descent-cell#${cell}`);
  const text = (cell: string) => element(cell).locator('.cell-output').innerText();
  const set = async (cell: string, name: string, value: number) => {
    const box = element(cell).getByLabel(`${name}, exact value`);
    await box.fill(String(value));
    await box.press('Enter');
  };
  const ended = async (cell: string) => {
    await page.waitForFunction(
      (id) => /^(done|failed|stopped)$/.test(document.getElementById(id)?.dataset['state'] ?? ''),
      cell,
      { timeout: 90_000 },
    );
    return (await element(cell).getAttribute('data-state')) ?? '';
  };
  return {
    page,
    troubles,
    cells: () =>
      page
        .locator('descent-cell:not(descent-exercise *, descent-figure *)')
        .evaluateAll((cells) => cells.map(({ id }) => id)),
    async run(cell) {
      // The code of a figure is folded.
      await element(cell).evaluate((each) => each.closest('details')?.setAttribute('open', ''));
      const end = element(cell).evaluate(
        (each) =>
          new Promise<string>((resolve) => {
            let calm: ReturnType<typeof setTimeout> | undefined;
            const look = () => {
              const { state = '' } = each.dataset;
              clearTimeout(calm);
              // A run that this one displaces ends first, and is followed at once by another state.
              if (/^(done|failed|stopped)$/.test(state)) calm = setTimeout(() => resolve(state), 200);
            };
            new MutationObserver(look).observe(each, { attributeFilter: ['data-state'] });
          }),
      );
      await element(cell).getByRole('button', { name: 'Run', exact: true }).click();
      const state = await end;
      return state === 'failed' ? `failed: ${await text(cell)}` : state;
    },
    set,
    async enter(cell, name, value) {
      const before = await text(cell);
      await set(cell, name, value);
      await page.waitForFunction(
        ([id, old]) => document.querySelector<HTMLElement>(`#${id} .cell-output`)?.innerText !== old,
        [cell, before] as const,
      );
      await ended(cell);
    },
    text,
    table: (cell) =>
      element(cell)
        .locator('.output-table')
        .first()
        .evaluate((table) => {
          const texts = (row: Element) => [...row.children].map((each) => each.textContent);
          const [head = [], ...rows] = [...table.querySelectorAll('tr')].map(texts);
          return rows.map((row) => Object.fromEntries(row.map((value, i) => [head[i] ?? '', value])));
        }),
    read: (cell, path) =>
      element(cell).evaluate(
        (found, asked) => (found as unknown as { read(path: string): Promise<unknown> }).read(asked),
        path,
      ),
    close: () => page.close(),
  };
}
