/** Takes files onto the desk, in the order in which they come. */
import { readBrought, sortOf } from '../../teaching/brought.ts';
import { readFragment } from '../../teaching/link.ts';
import { largest } from '../../teaching/submission.ts';
import { bring, bringLink, refuse, type Desk } from './desk.ts';
import { fromZip, type Opened, type Source } from './sources.ts';

export interface Intake {
  /** Resolves when all of them are on the desk or refused. */
  take(sources: Iterable<Source> | AsyncIterable<Source>): Promise<void>;
  /** @returns what is wrong with the link, or `null` */
  takeLink(text: string): Promise<string | null>;
}

export interface IntakeOptions {
  change(change: (desk: Desk) => Desk): void;
  /** How many files were read, of those that were brought at once. */
  reading(count: number | null): void;
}

export function createIntake({ change, reading }: IntakeOptions): Intake {
  let last: Promise<unknown> = Promise.resolve();

  async function takeOne(opened: Opened, inZip: boolean): Promise<void> {
    const file = opened.path.slice(-300);
    if ('fault' in opened) return change((desk) => refuse(desk, file, opened.fault));
    const sort = await sortOf(opened.file);
    if (sort !== 'zip') {
      const what = await readBrought(sort, opened.file);
      return change((desk) => bring(desk, { file, what, inside: opened.inside }));
    }
    if (inZip)
      return change((desk) =>
        refuse(desk, file, 'It is a zip in a zip. Unpack it, then bring the files that are in it.'),
      );
    for await (const each of fromZip(opened, largest.file)) await takeOne(each, true);
  }

  async function takeAll(sources: Iterable<Source> | AsyncIterable<Source>): Promise<void> {
    let count = 0;
    for await (const source of sources) {
      reading((count += 1));
      await takeOne(source, false).catch(() =>
        change((desk) => refuse(desk, source.path, 'The browser could not read it. Choose it again.')),
      );
    }
    reading(null);
  }

  return {
    take(sources) {
      const taking = last.then(() => takeAll(sources));
      last = taking;
      return taking;
    },
    async takeLink(text) {
      const at = text.indexOf('#a=');
      const found = at < 0 ? null : await readFragment(text.slice(at).trim(), 'Copy it again, whole.');
      if (!found) return 'This is no link to an assignment: such a link has “#a=” in it.';
      if ('fault' in found) return found.fault;
      change((desk) => bringLink(desk, found));
      return null;
    },
  };
}
