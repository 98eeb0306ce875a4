/** The adopted assignments of this browser; where storage is denied they last as long as the page. */
import { adoptedKey, readAdopted, writeAdopted, type Adopted } from '../../teaching/adopted.ts';

let unkept: Adopted[] | null = null;

export function shelved(): Adopted[] {
  if (unkept) return unkept;
  try {
    return readAdopted(localStorage.getItem(adoptedKey));
  } catch {
    return [];
  }
}

/** Puts in place of what is kept what `change` makes of it. */
export function changeShelf(change: (list: readonly Adopted[]) => Adopted[]): void {
  const next = change(shelved());
  try {
    localStorage.setItem(adoptedKey, writeAdopted(next));
    unkept = null;
  } catch {
    // Denied or full.
    unkept = next;
  }
}

/** Whether what is shelved is gone with the page. */
export const isUnkept = (): boolean => unkept !== null;
