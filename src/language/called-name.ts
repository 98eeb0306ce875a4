/** What a name of the lesson becomes where it is called: `f(x)` → `(0, $.f)(x)`, so that `this` is not the scope. */
const call = /\(0, [$\w]+\.([$\p{ID_Continue}\u200c\u200d]+)\)$/u;

/**
 * The column of the name that is called, where a stack tells the column of the parenthesis behind it, as engines do for
 * a callee that is no plain name; any other column stays. Columns of the generated line, from 0.
 */
export function columnOfCall(line: string, column: number): number {
  const name = /^\(|^\?\.\(/.test(line.slice(column, column + 3)) && call.exec(line.slice(0, column))?.[1];
  return name ? column - 1 - name.length : column;
}
