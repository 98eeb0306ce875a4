/** `<descent-assignment>`: an assignment that came as a link, and those that the reader has taken. */
import { html, nothing, render, type TemplateResult } from 'lit-html';
import { dueOf, phaseOf, withAdopted, withChange, without, type Adopted } from '../../teaching/adopted.ts';
import type { Assignment } from '../../teaching/assignment.ts';
import { differencesOf } from '../../teaching/differences.ts';
import type { Assignable } from '../../teaching/assignable.ts';
import { within } from '../../learning/timeout.ts';
import { readFragment } from '../../teaching/link.ts';
import { ask } from '../ask/ask.ts';
import { fetchCourse } from '../files/course.ts';
import { saveFile } from '../files/save.ts';
import { progressBook } from '../progress/book.ts';
import { isOff } from '../progress/note.ts';
import { fileName, handedOf, makeFile, textOf } from './hand-in.ts';
import { drawList } from './list.ts';
import { drawOffer } from './offer.ts';
import { drawOwn, drawStarted } from './own.ts';
import { changeShelf, isUnkept, shelved } from './shelf.ts';
import { entryOf, idIn, notHanding, type Handing, type Shown, type State } from './state.ts';
import { loadWork } from './work.ts';

/** Milliseconds until the page is drawn without what has not come by then, or again after the last key. */
const patience = 3_000;
const pause = 400;

class DescentAssignment extends HTMLElement {
  #state: State = {
    ...{ shown: { kind: 'list' }, entries: [], unkept: false, course: null, done: null, off: false },
    ...{ handing: notHanding, says: '', now: Date.now() },
  };
  /** Drawn at all. */
  #drawn = false;
  #leave: (() => void)[] = [];
  #looking: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    const follow = (): void => void this.#follow();
    const look = (): void => {
      if (document.visibilityState === 'visible') void this.#reload();
    };
    addEventListener('hashchange', follow);
    addEventListener('storage', look);
    document.addEventListener('visibilitychange', look);
    this.#leave = [
      () => removeEventListener('hashchange', follow),
      () => removeEventListener('storage', look),
      () => document.removeEventListener('visibilitychange', look),
    ];
    follow();
  }

  disconnectedCallback(): void {
    for (const leave of this.#leave) leave();
  }

  /** Shows what the address asks for. */
  async #follow(): Promise<void> {
    const fragment = location.hash;
    const [shown] = await Promise.all([this.#read(fragment), this.#fetch(), this.#load()]);
    // Another address may have come meanwhile.
    if (location.hash !== fragment) return;
    this.#set({ shown, handing: notHanding, says: '' });
    if (this.#drawn) this.#focus();
    this.#drawn = true;
  }

  async #read(fragment: string): Promise<Shown> {
    const read = await readFragment(fragment);
    const entries = shelved();
    if (read === null) {
      const id = idIn(fragment);
      if (id === null) return { kind: 'list' };
      return entryOf({ entries }, id) ? { kind: 'own', id } : { kind: 'gone' };
    }
    if ('fault' in read) return { kind: 'fault', fault: read.fault };
    const known = entryOf({ entries }, read.id);
    const same = known && differencesOf(known.assignment, read, ({ part }) => part).length === 0;
    return same ? { kind: 'own', id: read.id } : { kind: 'offer', assignment: read };
  }

  async #fetch(): Promise<void> {
    if (this.#state.course) return;
    const coming = fetchCourse().then((course) => this.#know(course));
    // Titles are worth waiting for, though not for long.
    await within(patience, 'The server', coming).catch(() => undefined);
  }

  #know(course: Assignable): void {
    if (this.#drawn) this.#set({ course });
    else this.#state = { ...this.#state, course };
  }

  /** What the browser keeps, as it is now. */
  async #load(): Promise<void> {
    const entries = shelved();
    const done = entries.length === 0 ? null : await loadWork(entries.map(({ assignment }) => assignment));
    this.#state = { ...this.#state, entries, done, unkept: isUnkept(), off: isOff(), now: Date.now() };
  }

  async #reload(): Promise<void> {
    await this.#load();
    const { shown } = this.#state;
    // Removed in another window.
    if (shown.kind === 'own' && !entryOf(this.#state, shown.id))
      return this.#set({ shown: { kind: 'gone' } });
    this.#set({});
  }

  #set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    render(this.#draw(), this);
  }

  #hand(change: Partial<Handing>): void {
    this.#set({ handing: { ...this.#state.handing, ...change } });
  }

  #draw(): TemplateResult {
    const { says, unkept, entries } = this.#state;
    const said = typeof says === 'string' ? says : drawStarted(this.#state, says.started);
    return html`
      <p class="assignment-says" role="status">${said}</p>
      ${
        unkept && entries.length > 0
          ? html`<p class="desk-note fault">
              This browser does not let pages keep anything (a private window, perhaps, or blocked storage):
              the assignment is here until you leave the page. Keep the link.
            </p>`
          : nothing
      }
      ${this.#drawShown()}
    `;
  }

  #drawShown(): TemplateResult {
    const { shown } = this.#state;
    switch (shown.kind) {
      case 'list':
        return drawList(this.#state);
      case 'fault':
        return html`<h2 tabindex="-1">This link cannot be read</h2>
          <p class="desk-note fault">${shown.fault}</p>
          ${this.#drawOthers()}`;
      case 'gone':
        return html`<h2 tabindex="-1">This assignment is not in this browser</h2>
          <p>
            It may lie in another browser, or have been removed. Open the link that you were given again; your
            work in the lessons is where it was.
          </p>
          ${this.#drawOthers()}`;
      case 'offer':
        return drawOffer(this.#state, shown.assignment, { adopt: (assignment) => this.#adopt(assignment) });
      case 'own': {
        const entry = entryOf(this.#state, shown.id);
        return entry ? drawOwn(this.#state, entry, this.#acts) : html``;
      }
    }
  }

  #drawOthers(): TemplateResult | typeof nothing {
    return this.#state.entries.length === 0
      ? nothing
      : html`<p><a href="#all">See the assignments that are in this browser</a></p>`;
  }

  #adopt(assignment: Assignment): void {
    const list = withAdopted(shelved(), assignment, Date.now());
    if (!list) return;
    changeShelf((now) => withAdopted(now, assignment, Date.now()) ?? [...now]);
    // The link has been taken: what stands in the address from now on is the reader's own.
    history.replaceState(null, '', `#${assignment.id}`);
    void this.#load().then(() => {
      const says = this.#state.unkept
        ? `“${assignment.title}” is here until you leave this page.`
        : { started: assignment.id };
      this.#set({ shown: { kind: 'own', id: assignment.id }, handing: notHanding, says });
      this.#focus();
    });
  }

  readonly #acts = {
    name: (entry: Adopted, student: string): void => {
      changeShelf((list) => withChange(list, entry.assignment.id, { student }));
      this.#set({ entries: shelved(), handing: { ...this.#state.handing, saved: null } });
      // Who looks at the file meanwhile sees the name in it.
      clearTimeout(this.#looking);
      if (this.#state.handing.text !== null)
        this.#looking = setTimeout(() => this.#look({ ...entry, student }), pause);
    },
    save: (entry: Adopted): void => void this.#save(entry),
    look: (entry: Adopted, open: boolean): void => {
      if (!open) return this.#hand({ text: null });
      this.#look(entry);
    },
    remove: (entry: Adopted): void => void this.#remove(entry),
  };

  #look(entry: Adopted): void {
    makeFile(entry)
      .then(textOf)
      .then(
        (text) => this.#hand({ text }),
        (error: unknown) => this.#hand({ fault: sentence(error) }),
      );
  }

  async #save(entry: Adopted): Promise<void> {
    const { handing } = this.#state;
    if (handing.busy) return;
    if (entry.assignment.asks !== 'nothing' && entry.student.trim() === '') {
      this.#hand({ nameless: true, saved: null });
      this.querySelector<HTMLElement>('#assignment-student')?.focus();
      return;
    }
    await this.#load();
    const { done, course } = this.#state;
    if (!handing.sure && done && handedOf(entry, done.work, course).length === 0)
      return this.#hand({ sure: true, nameless: false, saved: null });
    this.#hand({ busy: true, fault: null, nameless: false });
    try {
      const name = fileName(entry);
      saveFile(name, await makeFile(entry), 'application/gzip');
      changeShelf((list) => withChange(list, entry.assignment.id, { handed: Date.now() }));
      await this.#load();
      this.#hand({ busy: false, sure: false, saved: name });
    } catch (error) {
      this.#hand({ busy: false, saved: null, fault: sentence(error) });
    }
  }

  async #remove({ assignment, handed }: Adopted): Promise<void> {
    const due = dueOf(assignment);
    const open = handed === null && due !== null && phaseOf(assignment, Date.now()) !== 'late';
    const answer = await ask({
      title: `Remove “${assignment.title}”?`,
      text: `It goes from your first page and from the lessons${open ? ', and you have not handed in yet' : ''}. Your work in the lessons stays, and the link brings the assignment back.`,
      act: 'Remove',
    });
    if (!answer) return;
    changeShelf((list) => without(list, assignment.id));
    history.replaceState(null, '', location.pathname);
    await this.#load();
    const says = `“${assignment.title}” is removed from this browser. Your work in the lessons stays.`;
    this.#set({ shown: { kind: 'list' }, handing: notHanding, says });
    this.#focus();
  }

  /** What is shown is another: a reader who hears the page is led to it. */
  #focus(): void {
    this.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }
}

const sentence = (error: unknown): string =>
  error instanceof Error ? error.message : 'The file could not be made. Reload the page and try again.';

progressBook();
customElements.define('descent-assignment', DescentAssignment);
