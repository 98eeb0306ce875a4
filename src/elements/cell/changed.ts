/** Told by a cell's element, and bubbling: its text has changed, typed, brought back or reset. */
export const changedEvent = 'descent:changed';
