import { output as outputSchema, type Output } from '../protocol.ts';
import { hushPrototypes } from './hush.ts';

/**
 * Throws where the page would not take an output: an error of the call that made it, in the reader's line, instead of a
 * message that the page drops. Text is made by the kernel alone and is not checked here, for there may be much of it.
 */
export function refuseMalformed(output: Output): void {
  if (output.kind === 'text') return;
  hushPrototypes();
  const parsed = outputSchema.safeParse(output);
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new TypeError(`This ${output.kind} cannot be shown: ${where}${issue?.message ?? ''}`);
}
