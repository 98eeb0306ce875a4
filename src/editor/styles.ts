import text from './editor.css?inline';

let inserted = false;

/** Styles of what only an open editor shows; they come with the editor, not with the page. */
export function insertStyles(): void {
  if (inserted) return;
  inserted = true;
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
}
