/** Texts made small for links and files, and read again without trusting what they say of their size. */

/** The end of a read that went too far; `message` is a sentence for the reader. */
export class TooLarge extends Error {}

type Format = 'deflate-raw' | 'gzip';

/** A text as letters, digits, `-` and `_`, for the end of an address: deflated (RFC 1951), then base64url (RFC 4648). */
export async function pack(text: string): Promise<string> {
  const bytes = await squeeze(text, 'deflate-raw');
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * @param most bytes of the text that are read at all
 * @throws TooLarge when there are more; Error when it is no packed text
 */
export async function unpack(code: string, most: number): Promise<string> {
  const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
  return release(
    Uint8Array.from(binary, (letter) => letter.charCodeAt(0)),
    'deflate-raw',
    most,
  );
}

export const gzip = (text: string): Promise<Uint8Array<ArrayBuffer>> => squeeze(text, 'gzip');

/** As `unpack`, of a gzip file (RFC 1952). */
export const gunzip = (bytes: Uint8Array<ArrayBuffer>, most: number): Promise<string> =>
  release(bytes, 'gzip', most);

async function squeeze(text: string, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Piece by piece: a few bytes can stand for gigabytes, so what is read ends where the bound is. */
async function release(bytes: Uint8Array<ArrayBuffer>, format: Format, most: number): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [text, size] = ['', 0];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new TooLarge(
        `It holds more than ${inWords(most)} when it is unpacked, and was not read further.`,
      );
    }
    text += decoder.decode(value, { stream: true });
  }
}

const inWords = (bytes: number): string =>
  bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.round(bytes / 1e3)} kB`;
