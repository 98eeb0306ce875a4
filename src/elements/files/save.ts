/** Gives the reader a file, among the downloads. */
import { make } from '../../figures/make.ts';

export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  make('a', { href: url, download: name }).click();
  // The browser may begin to read a while after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
