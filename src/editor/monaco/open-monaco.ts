import { startChecker } from '../checker/client.ts';
import type { Checker } from '../checker/client.ts';
import type { Editor, EditorOptions, LessonTexts } from '../editor.ts';
import type { Palette } from '../palette.ts';
import type { TypeSetting } from '../type-setting.ts';
import { textOf, writeText } from './cell-models.ts';
import { offerHints } from './hints.ts';
import { createPageEditor } from './page-editor.ts';
import type { PageEditor } from './page-editor.ts';
import { markPlaces, watchProblems } from './problems.ts';

/** The page's one Monaco and what knows about its texts. */
interface Page {
  editor: PageEditor;
  checker: Checker;
}
let page: Page | undefined;

/** What is read from the page before Monaco's styles come and unsettle it. */
export interface Look {
  palette: Palette;
  setting: TypeSetting;
}

/** Opens the page's one Monaco on a cell. */
export function openMonaco(options: EditorOptions, lesson: LessonTexts, look: Look): Editor {
  const { editor, checker } = (page ??= createPage(look));
  const cell = editor.models.take(options.cell, options.value, lesson);
  const unwatch = watchProblems(cell.model, checker, editor.models.placeOf);
  const onTaken = () => {
    unwatch();
    options.onTaken?.();
  };
  editor.show(cell, { ...options, onTaken }, look.setting);
  return {
    get value() {
      return textOf(cell.model);
    },
    set value(text) {
      writeText(cell.model, text);
    },
    focus: () => editor.focus(),
    reveal: (line, column) => editor.reveal(line, column),
    setMarkers: (markers) => markPlaces(cell.model, markers),
    dispose() {
      unwatch();
      editor.hide(cell);
    },
  };
}

/** How long the editor has for itself before TypeScript, which is large, begins to load; in milliseconds. */
const headStart = 300;

function createPage(look: Look): Page {
  const editor = createPageEditor(look.palette);
  const started = new Promise((resolve) => setTimeout(resolve, headStart))
    .then(() => startChecker(new URL(`${base()}data/types.json`, location.href).href))
    // A page that may make no worker edits without hints.
    .catch((): Checker => ({ ask: () => Promise.resolve(null) }));
  // What is asked before it is there waits for it.
  const checker: Checker = { ask: async (topic, takes) => (await started).ask(topic, takes) };
  offerHints(checker, editor.models.placeOf);
  return { editor, checker };
}

/** The site's base path, which ends in a slash. */
const base = () => import.meta.env.BASE_URL.replace(/\/?$/, '/');
