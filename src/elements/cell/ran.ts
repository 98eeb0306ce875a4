/** Told by a cell's element, and heard by whatever on the page waits for it: the cell has run to an end. */
export interface RanDetail {
  lesson: string;
  cell: string;
  state: 'done' | 'failed' | 'stopped';
}

export const ranEvent = 'descent:ran';

declare global {
  interface DocumentEventMap {
    'descent:ran': CustomEvent<RanDetail>;
  }
}
