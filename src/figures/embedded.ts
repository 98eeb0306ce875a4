/** A figure's data as they stand in a page: JSON, in which numbers that JSON lacks are `{"$":"NaN"}`. */

/** No picture shows more digits than these. */
const digits = 7;

export function toEmbedded(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) => {
    if (typeof value !== 'number') return value;
    return Number.isFinite(value) ? Number(value.toPrecision(digits)) : { $: String(value) };
  });
}

/** @throws SyntaxError when the text is not JSON */
export function fromEmbedded(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$' in value)) return value;
    return Number(value.$);
  });
}
