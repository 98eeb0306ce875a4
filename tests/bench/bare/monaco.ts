/** A page with nothing but a button and the parts of Monaco that the course uses, loaded at the click. */
const box = document.querySelector<HTMLElement>('#box');
document.querySelector('button')?.addEventListener('click', () => {
  void import('../../../src/editor/monaco/parts.ts').then(({ editor, languageId }) => {
    if (!box) return;
    const made = editor.create(box, { value: 'const eta = 0.1;\n', language: languageId });
    made.focus();
  });
});
