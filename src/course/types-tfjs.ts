/**
 * TensorFlow.js declares its operations as `declare function matMul_(…)` with their documentation, and exports
 * `const matMul: typeof matMul_`, which has none. Here the function itself takes the exported name, so that the editor
 * can show what an operation does.
 */
export function exportDocumentedFunctions(text: string): string {
  return [...text.matchAll(/^export declare const (\w+): typeof \1_;$/gm)].reduce(
    (changed, [line, name = '']) => exportFunction(changed, line, name),
    text,
  );
}

function exportFunction(text: string, line: string, name: string): string {
  const declared = new RegExp(`^declare function ${name}_\\b`, 'gm');
  const mentions = [...text.matchAll(new RegExp(`\\b${name}_\\b`, 'g'))].length;
  const declarations = [...text.matchAll(declared)].length;
  // Whoever else speaks of the inner name keeps it.
  if (declarations === 0 || mentions !== declarations + 1) return text;
  return text.replace(line, '').replace(declared, `export declare function ${name}`);
}
