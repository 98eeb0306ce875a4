/** Says for as long as it is so that nothing is being kept, and how to keep it all the same. */
import { saveFile } from '../files/save.ts';

export interface Banner {
  show(reason: string): void;
  hide(): void;
}

/** @param contents what the page holds, made when the reader asks for it */
export function createBanner(lesson: string, contents: () => unknown): Banner {
  let banner: HTMLElement | undefined;
  return {
    show(reason) {
      banner ??= mount(lesson, contents);
      banner
        .querySelector('p')
        ?.replaceChildren(
          `${reason} What you type here is lost when this page is closed. To keep it, save it as a file.`,
        );
    },
    hide() {
      banner?.remove();
      banner = undefined;
    },
  };
}

function mount(lesson: string, contents: () => unknown): HTMLElement {
  const banner = document.createElement('section');
  banner.className = 'work-banner';
  banner.ariaLabel = 'Saved work';
  const text = document.createElement('p');
  text.role = 'status';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'cell-button';
  button.textContent = 'Save my work as a file';
  button.addEventListener('click', () =>
    saveFile(`descent-${lesson}.json`, JSON.stringify(contents(), null, 2), 'application/json'),
  );
  banner.append(text, button);
  (document.querySelector('main') ?? document.body).append(banner);
  return banner;
}
