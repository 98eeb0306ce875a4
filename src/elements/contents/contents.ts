/** `<descent-contents>`: marks the part of the page that is being read. */
class Contents extends HTMLElement {
  #links = new Map<Element, HTMLAnchorElement>();
  #observer: IntersectionObserver | undefined;

  connectedCallback(): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
      const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (part) this.#links.set(part, link);
    }
    // A part counts as read while its top is in the upper third of the window.
    this.#observer = new IntersectionObserver(this.#mark, { rootMargin: '-64px 0px -66% 0px' });
    for (const part of this.#links.keys()) this.#observer.observe(part);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
  }

  #mark = (): void => {
    const limit = innerHeight / 3;
    const above = [...this.#links].filter(([part]) => part.getBoundingClientRect().top < limit);
    const current = above.at(-1)?.[1];
    for (const link of this.#links.values()) {
      if (link === current) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
}

customElements.define('descent-contents', Contents);
