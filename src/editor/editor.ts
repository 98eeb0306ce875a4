/** An editor of one cell's text, whichever makes it: Monaco or the small one. */
export interface Editor {
  /** The text. Writing it is an edit like typing, and can be undone. */
  value: string;
  focus(): void;
  /** Puts the caret at a place (1-based), in sight, and the focus with it. */
  reveal(line: number, column: number): void;
  /** Shows problems at places in the text (1-based), for instance those of a failed run. An empty list clears them. */
  setMarkers(markers: readonly Marker[]): void;
  /** Gives the element back as it was; the text stays with the caller. */
  dispose(): void;
}

export interface Marker {
  line: number;
  column: number;
  message: string;
  severity: 'error' | 'warning';
}

export interface EditorOptions {
  /** Where the editor is put; it fills the element. */
  parent: HTMLElement;
  /** Accessible name: "Code: <title>". */
  label: string;
  /** The cell's id; a lesson's editors keep undo history and place by it while the page lives. */
  cell: string;
  value: string;
  onChange(value: string): void;
  /** Ctrl/Cmd+Enter. */
  onRun(): void;
  /** Esc, then Tab: the reader leaves the editor. */
  onLeave(): void;
  /** The page's one Monaco has gone to another cell: this editor is closed, its text stands. */
  onTaken?(): void;
}

/** Texts of the lesson's cells, in page order, as they stand now. */
export interface LessonTexts {
  lesson: string;
  cells(): readonly { id: string; source: string }[];
}

/** Opens an editor in `options.parent`; never rejects for want of Monaco, whose place the small editor takes. */
export type OpenEditor = (options: EditorOptions, lesson: LessonTexts) => Promise<Editor>;
