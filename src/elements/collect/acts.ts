/** What the teacher does, from click to state. */
import { saveFile } from '../files/save.ts';
import { largest } from '../../teaching/csv.ts';
import { keyOf, type Assignment } from '../../teaching/assignment.ts';
import { choose, comment, forget, givePoints, settle } from './desk.ts';
import { readRosterFile, toCanvas, toFeedback, toMoodle, toPlain, toWork, type Given } from './exports.ts';
import { createIntake } from './intake.ts';
import type { Acts, Model } from './model.ts';
import type { Store } from './store.ts';
import { count } from './words.ts';

/** @param draw shows the state at once, and gives what it shows */
export function createActs(root: HTMLElement, store: Store, draw: () => Model): Acts {
  const intake = createIntake({
    change: store.change,
    reading(count) {
      store.reading = count;
      store.changed();
    },
  });
  const say = (text: string): void => {
    store.said = text;
    store.changed();
  };
  const look: Acts['look'] = (change) => {
    store.look = { ...store.look, ...change };
    draw();
  };
  /** Where the reader goes on when what had the focus is gone. */
  const focus = (selector: string): void => {
    draw();
    root.querySelector<HTMLElement>(selector)?.focus();
  };
  /** Files that were not taken, and those that are here already. */
  const refusedNow = (): [number, number] => {
    const again = store.desk.refused.filter((each) => each.again).length;
    return [store.desk.refused.length - again, again];
  };
  const goOn = (): void => {
    if (store.runner.phase === 'rest' || store.runner.phase === 'running') store.runner.go();
    else store.runner.again();
  };
  const onDesk = (): number => store.desk.entries.length + store.desk.waiting.length;

  return {
    look,
    async bring(sources) {
      const before = onDesk();
      const [not, again] = refusedNow();
      await intake.take(sources);
      const [notNow, againNow] = refusedNow();
      const more = [
        notNow > not ? ` Not taken: ${notNow - not}, see the list.` : '',
        againNow > again ? ` Here already: ${againNow - again}.` : '',
      ];
      say(`Taken in: ${count(onDesk() - before, 'file')}.${more.join('')}`);
    },
    async bringLink(text) {
      store.linkFault = await intake.takeLink(text);
      say(store.linkFault ?? 'The assignment is here.');
      if (store.linkFault === null) focus('#collect-bring');
    },
    answer(question, yes) {
      store.change((desk) => settle(desk, question, yes));
      focus('#collect-bring');
    },
    clearRefused() {
      store.change((desk) => ({ ...desk, refused: [] }));
      focus('#collect-bring');
    },
    runAgain: () => store.runner.again(),
    stop: () => store.runner.stop(),
    open(key) {
      look({ open: key, misread: new Map() });
      const heading = root.querySelector<HTMLElement>('#collect-student');
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: 'start' });
    },
    close() {
      const name = root.querySelector<HTMLElement>('.collect-table tr.open .collect-name');
      look({ open: null, misread: new Map() });
      (name ?? root.querySelector<HTMLElement>('.collect-table'))?.focus();
    },
    step(by) {
      const { shown } = draw();
      const at = shown.findIndex(({ key }) => key === store.look.open);
      const next = at < 0 ? undefined : shown[at + by];
      if (!next) return;
      look({ open: next.key, misread: new Map() });
      say(next.row.student);
    },
    rerun(place, item) {
      store.change((desk) => forget(desk, place, item));
      goOn();
    },
    choose(place) {
      look({ misread: new Map() });
      store.change((desk) => choose(desk, place));
      goOn();
    },
    points(place, item, points) {
      const misread = new Map(store.look.misread);
      if (misread.delete(keyOf(item))) store.look = { ...store.look, misread };
      store.change((desk) => givePoints(desk, place, item, points));
      const at = store.desk.assignment?.items.indexOf(item) ?? -1;
      if (points === null) focus(`#collect-points-${at}`);
    },
    misread(item, misread) {
      store.look = { ...store.look, misread: new Map(store.look.misread).set(keyOf(item), misread) };
      say(misread.fault);
    },
    comment: (place, key, text) => store.change((desk) => comment(desk, place, key, text)),
    async roster(file) {
      store.roster =
        file.size > 4 * largest.text
          ? { fault: 'The file is too large for the list of a class.' }
          : readRosterFile(file.name, await file.text());
      say('fault' in store.roster ? store.roster.fault : `The gradebook is open: ${file.name}.`);
    },
    async save(what) {
      const model = draw();
      const { assignment } = model.desk;
      if (!assignment) return;
      const given = await give(what, model, assignment).catch((error: unknown) => ({
        fault: error instanceof Error ? error.message : String(error),
      }));
      if ('fault' in given) {
        store.taken = null;
        return say(given.fault);
      }
      saveFile(given.name, given.content, given.type);
      if (what === 'work') store.saved();
      store.taken = given;
      say(
        `${given.name} is among your downloads.${given.leftOut.length > 0 ? ' Somebody is not in it: see below.' : ''}`,
      );
    },
  };
}

async function give(
  what: Parameters<Acts['save']>[0],
  { desk, lines, titleOf, askedIn, look: { handing }, roster }: Model,
  assignment: Assignment,
): Promise<Given | { fault: string }> {
  const books = { assignment, lines, titleOf, askedIn };
  switch (what) {
    case 'csv':
      return toPlain(books, handing);
    case 'canvas':
      return toCanvas(books, roster && 'rows' in roster ? roster : null);
    case 'moodle':
      return toMoodle(books, handing);
    case 'feedback':
      return toFeedback(books, handing);
    case 'work':
      return toWork(assignment, desk);
  }
}
