/**
 * A browser's message about compiled code in the names of the reader's text: `(0 , $.f) is not a function` and
 * `$.a is not iterable` speak of f and a. Meant for messages of TypeErrors, which print code.
 */
export const inReadersNames = (message: string): string =>
  message
    .replace(/\(0 ?, ?(\$+\.[\p{ID_Start}$_][\p{ID_Continue}$]*)\)/gu, '$1')
    .replace(/(?<![\p{ID_Continue}$.])\$+\.(?=[\p{ID_Start}_$])/gu, '');
