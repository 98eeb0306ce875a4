/** An item in hand: Space or Enter takes and drops it, arrows move it, Escape puts it back where it was. */
export interface Grabbed {
  place(): number;
  /** @returns where it is now, in words */
  move(place: number): string;
  say(text: string): void;
}

export function letGrab(button: HTMLButtonElement, { place, move, say }: Grabbed): void {
  let origin: number | null = null;
  const drop = (words: string): void => {
    if (origin === null) return;
    origin = null;
    button.setAttribute('aria-pressed', 'false');
    say(words);
  };
  button.addEventListener('click', () => {
    if (origin !== null) return drop(`Dropped at place ${place() + 1}.`);
    origin = place();
    button.setAttribute('aria-pressed', 'true');
    say('In hand. Arrow keys move it, Space drops it, Escape puts it back.');
  });
  button.addEventListener('blur', () => drop(''));
  button.addEventListener('keydown', (event) => {
    if (origin === null) return;
    const goals: Record<string, number> = {
      ArrowUp: place() - 1,
      ArrowDown: place() + 1,
      Home: 0,
      End: Infinity,
      Escape: origin,
    };
    const goal = Object.hasOwn(goals, event.key) ? goals[event.key] : undefined;
    if (goal === undefined) return;
    event.preventDefault();
    const words = move(goal);
    if (event.key === 'Escape') drop(`Put back. ${words}`);
    else say(words);
  });
}
