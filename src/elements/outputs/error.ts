import { make } from '../../figures/make.ts';
import type { CellError, Place } from '../../kernel/protocol.ts';

/**
 * What went wrong, where, and what to do about it. `own` is the id of the cell below which it stands: places in
 * other cells say so.
 */
export function drawError(
  error: CellError,
  go: (place: Place) => void,
  own: string | undefined,
): HTMLElement {
  const element = make('div', { class: 'output-error', role: 'alert' });
  element.append(
    make(
      'p',
      { class: 'error-name' },
      make('span', { 'aria-hidden': 'true' }, '✗ '),
      error.name === '' ? 'Error' : error.name,
    ),
    make('p', { class: 'error-message' }, error.message),
  );
  if (error.places.length > 0) element.append(places(error.places, go, own));
  if (error.remedy !== undefined) element.append(make('p', { class: 'error-remedy' }, error.remedy));
  return element;
}

function places(list: readonly Place[], go: (place: Place) => void, own: string | undefined): HTMLElement {
  const items = list.map((place) => {
    const button = make('button', { type: 'button', class: 'error-place' }, where(place, own));
    button.addEventListener('click', () => {
      go(place);
    });
    const inside = place.function === undefined ? [] : [' in ', make('code', {}, place.function)];
    return make('li', {}, button, ...inside);
  });
  return make('ul', { class: 'error-places' }, ...items);
}

function where(place: Place, own: string | undefined): string {
  const text = `line ${place.line}, column ${place.column}`;
  return own === undefined || place.cell === own ? text : `cell ${place.cell}, ${text}`;
}
