/** What leaves the page or comes into it, and what stands before it: clipboard, files, paper, dialogs. */
import { writeAssignment } from '../../teaching/files.ts';
import { slug } from '../../teaching/names.ts';
import { saveFile } from '../files/save.ts';
import { ask } from '../ask/ask.ts';
import type { Desk, Said } from './desk.ts';
import { idOf } from './fields.ts';
import { openFile, openLink } from './open.ts';

export type Hands = ReturnType<typeof createHands>;

export function createHands(desk: Desk, root: HTMLElement) {
  const byId = (id: string): HTMLElement | null => root.querySelector(`#${CSS.escape(id)}`);

  /** @param field shows the same text, to be copied by hand where pages may not */
  async function copyText(
    text: string,
    at: Said['at'],
    done: string,
    field: HTMLElement | null,
  ): Promise<void> {
    const { clipboard } = navigator as Partial<Navigator>;
    try {
      if (!clipboard) throw new Error('There is none without https.');
      await clipboard.writeText(text);
      desk.say({ at, text: done });
    } catch {
      if (field instanceof HTMLInputElement) {
        field.focus();
        field.select();
      }
      desk.say({
        at,
        text: 'The browser does not let this page copy. The link is selected: press Ctrl+C, or ⌘C on a Mac.',
      });
    }
  }

  return {
    async copy(): Promise<void> {
      const links = await desk.giveOut();
      if (links)
        await copyText(
          links.all,
          'link',
          'Copied. Paste it wherever your students find it.',
          byId(idOf('link')),
        );
    },
    async copyPersonal(place: number, student: string): Promise<void> {
      const link = (await desk.links())?.personal.get(student);
      if (link !== undefined)
        await copyText(
          link,
          `student ${place}`,
          `Copied, for ${student} alone.`,
          byId(idOf(`personal ${place}`)),
        );
    },
    async save(): Promise<void> {
      const { assignment } = desk.state.made;
      if (!assignment) return;
      const name = `${slug(assignment.title, 'course')}.assignment.descent.gz`;
      saveFile(name, await writeAssignment(assignment), 'application/gzip');
      await desk.giveOut();
      // A change may have come meanwhile.
      if (desk.state.made.assignment === assignment) desk.noteSaved();
      desk.say({ at: 'file', text: `“${name}” is among your downloads.` });
    },
    async print(): Promise<void> {
      await desk.giveOut();
      print();
    },
    enlarge(): void {
      const dialog = byId('assign-large');
      if (dialog instanceof HTMLDialogElement) dialog.showModal();
      void desk.giveOut();
    },
    async openFile(field: HTMLInputElement): Promise<void> {
      const [file] = field.files ?? [];
      if (file) await desk.open(openFile(file), 'file');
      field.value = '';
    },
    async openLink(field: HTMLInputElement | null): Promise<void> {
      if (!field) return;
      if (await desk.open(openLink(field.value), 'link')) field.value = '';
    },
    removeExtension(place: number): void {
      const left = desk.state.draft.extensions.length - 1;
      desk.removeExtension(place);
      // The focus stays near where it was.
      byId(left > 0 ? idOf(`student ${Math.min(place, left - 1)}`) : 'assign-add')?.focus();
    },
    addExtension(): void {
      desk.addExtension();
      byId(idOf(`student ${desk.state.draft.extensions.length - 1}`))?.focus();
    },
    async renew(): Promise<void> {
      const answer = desk.isEmpty()
        ? true
        : await ask({
            title: 'Begin a new assignment?',
            text: 'What stands here is thrown away. Save it as a file first if you want to come back to it; the links that you gave out work on.',
            act: 'Begin a new one',
          });
      if (!answer) return;
      desk.renew();
      root.querySelector<HTMLElement>('input[type="search"]')?.focus();
    },
  };
}
