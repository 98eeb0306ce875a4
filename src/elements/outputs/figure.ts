import { make } from '../../figures/make.ts';
import { isFigureName, openFigure, type OpenedFigure } from '../../figures/registry.ts';
import type { OutputOf } from '../../kernel/protocol.ts';
import type { Drawn } from './drawn.ts';
import { drawNotice } from './notice.ts';

type Figure = OutputOf<'figure'>;

/** A figure by its registered name. Its code is fetched when the first one appears. */
export function drawFigure(output: Figure): Drawn<'figure'> {
  const stage = make('div', { class: 'figure-stage' });
  const element = make('div', {}, stage);
  let wanted = output;
  let opened: { name: string; figure: OpenedFigure } | null = null;
  let disposed = false;
  const show = async () => {
    const { name } = wanted;
    if (!isFigureName(name)) return fail(`There is no figure named “${name}”.`);
    if (opened?.name !== name) {
      const figure = await openFigure(name);
      if (disposed || wanted.name !== name) return;
      opened?.figure.dispose();
      opened = { name, figure };
      stage.replaceChildren(figure.element);
    }
    const problem = opened.figure.update(wanted.data);
    // The author's words stand for the generated ones, which stay the picture's accessible name.
    const summary = stage.querySelector('.figure-summary');
    if (summary !== null && wanted.caption !== undefined) summary.textContent = wanted.caption;
    stage.querySelector(':scope > .output-notice')?.remove();
    if (problem !== null)
      stage.prepend(drawNotice(`The data of the figure “${name}” do not fit: ${problem}`));
  };
  const fail = (text: string) => {
    stage.replaceChildren(drawNotice(text));
  };
  const update = (next: Figure) => {
    wanted = next;
    show().catch(() => {
      fail(`The figure “${next.name}” could not be loaded.`);
    });
  };
  update(output);
  return {
    element,
    update,
    dispose: () => {
      disposed = true;
      opened?.figure.dispose();
    },
  };
}
