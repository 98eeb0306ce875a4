/** A quick look whether an assignment may name a lesson, so that pages without one load nothing more. */

export function mayBeAssigned(lesson: string): boolean {
  try {
    return localStorage.getItem('descent.assignments')?.includes(`"${lesson}"`) ?? false;
  } catch {
    // Storage may be denied: then nothing was adopted.
    return false;
  }
}
