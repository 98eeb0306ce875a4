/** Speaks to assistive technology at most once in `every` milliseconds; what ends a run is spoken at once. */
export interface Voice {
  say(text: string, urgent?: boolean): void;
}

export function createVoice(element: HTMLElement, every = 5_000): Voice {
  let last = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const speak = (text: string): void => {
    clearTimeout(waiting);
    waiting = undefined;
    last = performance.now();
    element.textContent = text;
  };
  let next = '';
  return {
    say(text, urgent = false) {
      next = text;
      const rest = last + every - performance.now();
      if (urgent || rest <= 0) speak(text);
      else waiting ??= setTimeout(() => speak(next), rest);
    },
  };
}
