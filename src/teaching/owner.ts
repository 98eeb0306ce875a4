/** Whose a file is by where it lies, as learning platforms name what they give out. */

export interface Owner {
  /** As far as the platform writes the name. */
  name: string;
  /** What tells two of the same name apart. */
  id: string;
  from: 'moodle' | 'canvas';
}

/**
 * `Full Name_12345_assignsubmission_file`, with or without `_` behind it or the file's own name. Source, read on 2026-11-22:
 * moodle/moodle, mod/assign/feedback/file/importziplib.php (and what it takes back).
 */
const moodle = /^(?<name>[^_]+)_(?<id>\d+)_assignsubmission_[a-z]+(?:_.*)?$/u;
/**
 * `lovelaceada_LATE_123_456_file`, `LATE` where it came late. Source, read on 2026-11-22: what two tools that take such
 * files apart say of them (mikewesthad/canvas-unzipper, TimHanneman/Canvas_submission_sort); Canvas itself was not looked at.
 */
const canvas = /^(?<name>[\p{L}\p{N}-]+)_(?:LATE_)?(?<id>\d+)_\d+_.+$/u;

/** @param path with `/` between folders */
export function ownerOf(path: string): Owner | null {
  for (const part of path.split('/')) {
    const { name, id } = moodle.exec(part)?.groups ?? {};
    if (name !== undefined && id !== undefined) return { name: name.trim(), id, from: 'moodle' };
  }
  const { name, id } = canvas.exec(path.split('/').at(-1) ?? '')?.groups ?? {};
  return name === undefined || id === undefined ? null : { name, id, from: 'canvas' };
}
