/** `<descent-theme>`: one button that goes round the system's theme, light and dark. */
const order = ['system', 'light', 'dark'] as const;
type Choice = (typeof order)[number];
const key = 'descent-theme';
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

class Theme extends HTMLElement {
  #button = this.querySelector('button');

  connectedCallback(): void {
    this.#button?.addEventListener('click', this.#next);
    darkSystem.addEventListener('change', this.#show);
    this.#show();
    if (this.#button) this.#button.hidden = false;
  }

  disconnectedCallback(): void {
    darkSystem.removeEventListener('change', this.#show);
  }

  #next = (): void => {
    keep(order[(order.indexOf(kept()) + 1) % order.length] ?? 'system');
    this.#show();
  };

  #show = (): void => {
    const choice = kept();
    const system = darkSystem.matches ? 'dark' : 'light';
    document.documentElement.dataset['theme'] = choice === 'system' ? system : choice;
    this.dataset['choice'] = choice;
    this.#button?.setAttribute('aria-label', `Theme: ${choice}`);
    this.#button?.setAttribute('title', `Theme: ${choice}`);
  };
}

let unkept: Choice = 'system';

function kept(): Choice {
  try {
    const text = localStorage.getItem(key);
    return order.find((choice) => choice === text) ?? 'system';
  } catch {
    return unkept;
  }
}

function keep(choice: Choice): void {
  unkept = choice;
  try {
    localStorage.setItem(key, choice);
  } catch {
    // Denied storage: the choice lasts as long as the page.
  }
}

customElements.define('descent-theme', Theme);
