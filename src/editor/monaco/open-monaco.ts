import { startChecker } from '../checker/client.ts';
import type { Checker } from '../checker/client.ts';
import type { Editor, EditorOptions, LessonTexts } from '../editor.ts';
import type { Palette } from '../palette.ts';
import type { TypeSetting } from '../type-setting.ts';
import { textOf, writeText } from './cell-models.ts';
import type { CellModel } from './cell-models.ts';
import { offerHints } from './hints.ts';
import { createPageEditor } from './page-editor.ts';
import type { PageEditor } from './page-editor.ts';
import { markPlaces, watchProblems } from './problems.ts';

let page: PageEditor | undefined;
let checker: Checker | undefined;

/** What is read from the page before Monaco's styles come and unsettle it. */
export interface Look {
  palette: Palette;
  setting: TypeSetting;
}

/** Opens the page's one Monaco on a cell. */
export function openMonaco(options: EditorOptions, lesson: LessonTexts, look: Look): Editor {
  const at = (page ??= createPageEditor(look.palette));
  const cell = at.models.take(options.cell, options.value, lesson);
  at.show(cell, options, look.setting);
  const unwatch = watchLater(at, cell);
  return {
    get value() {
      return textOf(cell.model);
    },
    set value(text) {
      writeText(cell.model, text);
    },
    focus: () => at.focus(),
    reveal: (line, column) => at.reveal(line, column),
    setMarkers: (markers) => markPlaces(cell.model, markers),
    dispose() {
      unwatch();
      at.hide(cell);
    },
  };
}

/** How long the editor has for itself before checking starts, in milliseconds. */
const headStart = 300;

/** Checking starts once the editor is painted and the page has a moment: TypeScript is large, the first letter is first. */
function watchLater(at: PageEditor, cell: CellModel): () => void {
  let unwatch: () => void = () => undefined;
  const timer = setTimeout(() => {
    unwatch = watchProblems(cell.model, checkerOf(at), (model) => at.models.placeOf(model));
  }, headStart);
  return () => {
    clearTimeout(timer);
    unwatch();
  };
}

function checkerOf(at: PageEditor): Checker {
  if (checker) return checker;
  checker = startChecker(new URL(`${base()}data/types.json`, location.href).href);
  offerHints(checker, (model) => at.models.placeOf(model));
  return checker;
}

/** The site's base path, which ends in a slash. */
const base = () => import.meta.env.BASE_URL.replace(/\/?$/, '/');
