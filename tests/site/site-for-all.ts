/** What the tests of a file share: the built course, and a browser to read it with. */
import type { Browser, LaunchOptions } from 'playwright';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { builtSite, openBrowser, type Site, type SiteOptions } from './site.ts';

export interface SiteForAll {
  readonly browser: Browser;
  /** The folder that was built. */
  readonly dir: string;
  /** The first page's address, with a slash at the end. */
  readonly url: string;
}

export interface SiteForAllOptions extends SiteOptions {
  /** Of the browser, as `softwareGpu`. */
  args?: LaunchOptions['args'];
  /** Whatever a test left open is closed after it. */
  tidy?: boolean;
}

export function siteForAll({ args, tidy = false, ...options }: SiteForAllOptions = {}): SiteForAll {
  let site: Site;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([builtSite(options), openBrowser(args)]);
  });
  if (tidy)
    afterEach(async () => {
      for (const context of browser.contexts()) await context.close();
    });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    get browser() {
      return browser;
    },
    get dir() {
      return site.dir;
    },
    get url() {
      return site.url;
    },
  };
}
