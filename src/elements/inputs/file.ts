import { freshId, make, setAttributes } from '../../figures/make.ts';
import { formatBytes } from '../../figures/numbers.ts';
import { limits, type InputSpec, type InputValue } from '../../kernel/protocol.ts';
import type { Control, Enter, SpecOf } from './control.ts';

const promise = 'It is read in this page and sent nowhere.';

/** A file of the reader's. */
export function createFileInput(spec: SpecOf<'file'>, value: InputValue, onEnter: Enter): Control {
  const id = freshId('file');
  const label = make('label', { for: id, class: 'input-label' }, spec.name);
  const chooser = make('input', { type: 'file', id, 'aria-describedby': `${id}-says` });
  const says = make('p', { id: `${id}-says`, class: 'input-says', role: 'status' });
  const describe = (next: SpecOf<'file'>) => {
    setAttributes(chooser, { accept: next.accept === '' ? undefined : next.accept });
  };
  const read = async () => {
    const file = chooser.files?.[0];
    if (file === undefined) {
      says.textContent = promise;
      onEnter(null);
      return;
    }
    if (file.size > limits.file) {
      says.textContent = `${file.name} has ${formatBytes(file.size)}; at most ${formatBytes(limits.file)} can be read.`;
      chooser.value = '';
      return;
    }
    const bytes = await file.arrayBuffer();
    says.textContent = `${file.name}, ${formatBytes(file.size)}. ${promise}`;
    onEnter({ name: file.name.slice(0, 255), bytes });
  };
  chooser.addEventListener('change', () => {
    read().catch(() => {
      says.textContent = 'This file could not be read.';
    });
  });
  describe(spec);
  const before = known(value);
  says.textContent = before === null ? promise : `${before}. ${promise}`;
  const element = make('div', { class: 'input input-file' }, label, chooser, says);
  const update = (next: InputSpec) => {
    if (next.type === 'file') describe(next);
  };
  return { element, update };
}

/** A file from an earlier visit: the page cannot put it back into the chooser, but can say which it is. */
function known(value: InputValue): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return `${value.name}, ${formatBytes(value.bytes.byteLength)}`;
}
