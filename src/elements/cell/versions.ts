/** More than one text for a cell: the lesson has changed, another tab wrote, a reset is regretted. The reader chooses. */
import { difference } from '../../learning/difference.ts';
import { hash } from '../../learning/hash.ts';
import type { Version } from '../../learning/work.ts';
import type { Saved } from '../../learning/workbook.ts';
import type { DescentCell } from './cell.ts';
import { dropNote, putNote } from './note.ts';

export interface VersionsHost {
  /** Puts a text into the cell. */
  take(text: string): void;
  /** Forgets the versions beside the text. */
  settle(): void;
  /** Keeps the text as one that began from the lesson's present text. */
  rebase(): void;
}

export interface Versions {
  /** After kept work came back: has the lesson's text changed since, are there other versions? */
  compare(saved: Saved, original: string): void;
  /** Versions that other pages wrote. */
  offer(others: readonly Version[], mine: string): void;
  /** The reader's text before a reset. */
  offerUndo(text: string): void;
}

export function createVersions(element: DescentCell, host: VersionsHost): Versions {
  const put = (spec: Parameters<typeof putNote>[2]): void => putNote(element, element.piece('output'), spec);

  function offer([newest]: readonly Version[], mine: string): void {
    if (!newest || newest.source === mine) return;
    put({
      subject: 'versions',
      text: `This cell was also changed in another tab or window (${when(newest.at)}). Both texts are kept.`,
      lines: difference(mine, newest.source),
      actions: [
        { label: 'Keep this text', act: host.settle },
        {
          label: 'Take the other text',
          act: () => {
            host.take(newest.source);
            host.settle();
            offerUndo(mine);
          },
        },
      ],
    });
  }

  function offerUndo(text: string): void {
    put({
      subject: 'undo',
      text: 'Your text was put away.',
      actions: [
        { label: 'Bring it back', act: () => host.take(text) },
        { label: 'Close', act: () => dropNote(element, 'undo') },
      ],
    });
  }

  function compare({ source, base, others }: Saved, original: string): void {
    if (source === null) return;
    if (base !== hash(original))
      put({
        subject: 'lesson',
        text: 'The lesson’s own text of this cell has changed since you worked on it. Yours is kept as it was.',
        lines: difference(source, original),
        actions: [
          { label: 'Keep mine', act: host.rebase },
          {
            label: 'Take the new text',
            act: () => {
              host.take(original);
              offerUndo(source);
            },
          },
        ],
      });
    offer(others, source);
  }

  return { compare, offer, offerUndo };
}

const when = (at: number): string =>
  new Intl.DateTimeFormat(document.documentElement.lang || 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);
