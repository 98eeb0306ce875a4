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

/** As `gunzip`; a file that was unpacked on the way, as some browsers do with downloads, is read as well. */
export const gunzipOrText = async (bytes: Uint8Array<ArrayBuffer>, most: number): Promise<string> =>
  bytes[0] === 0x1f && bytes[1] === 0x8b
    ? await gunzip(bytes, most)
    : new TextDecoder('utf-8', { fatal: true }).decode(bytes);

async function squeeze(text: string, format: Format): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Piece by piece: a few bytes can stand for gigabytes, so what is read ends where the bound is. */
async function release(bytes: Uint8Array<ArrayBuffer>, format: Format, most: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for await (const piece of pieces(new Blob([bytes]), format, most))
    text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

/** As `unpack`, of what need be no text. */
export async function releaseBytes(packed: Blob, format: Format, most: number): Promise<ArrayBuffer> {
  const found: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces(packed, format, most)) found.push(piece);
  return new Blob(found).arrayBuffer();
}

/** How a packed text begins, in so many bytes at the least; what is damaged behind them does not show. */
export async function headOf(packed: Blob, format: Format, least: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const piece of pieces(packed, format, Infinity)) {
      text += decoder.decode(piece, { stream: true });
      if (text.length >= least) break;
    }
  } catch {
    // It is as much as there is.
  }
  return text.slice(0, least);
}

async function* pieces(packed: Blob, format: Format, most: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = packed.stream().pipeThrough(new DecompressionStream(format)).getReader();
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      size += value.length;
      if (size > most)
        throw new TooLarge(
          `It holds more than ${inWords(most)} when it is unpacked, and was not read further.`,
        );
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const inWords = (bytes: number): string =>
  bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.round(bytes / 1e3)} kB`;
