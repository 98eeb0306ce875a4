/** What stands between the parts of a formula when it is read aloud. */
const joints = { mfrac: ' over ', msup: ' to the power ', msub: ' sub ' } as const;

/** An element in words: formulas once, as mathematics, not as their source too. */
export function spoken(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const extra of copy.querySelectorAll('.katex-html, annotation, [hidden]')) extra.remove();
  for (const [tag, words] of Object.entries(joints))
    for (const part of copy.querySelectorAll(tag)) part.children[1]?.before(words);
  return copy.textContent.replace(/\s+/gu, ' ').trim();
}

/** Names a control whose label holds formulas: not every browser finds a name in those. */
export function nameBySpoken(control: Element, label: Element | null): void {
  if (label?.querySelector('.katex')) control.setAttribute('aria-label', spoken(label));
}
