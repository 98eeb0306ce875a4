/** The way out of an editor in which Tab indents, shown while it has the focus (WCAG 2.1.2). */
export function createLeaveHint(): HTMLElement {
  const hint = document.createElement('p');
  hint.className = 'editor-hint';
  hint.id = 'editor-leave-hint';
  hint.textContent = 'Esc, then Tab leaves the editor';
  return hint;
}
