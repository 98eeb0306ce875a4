import type { CheckHost, LearnersError } from './check-host.ts';
import { CheckFailure, WorkFailed } from './failure.ts';

/** What became of a test. Texts are bounded. */
export interface Outcome {
  status: 'passed' | 'failed';
  message?: string;
  expected?: string;
  got?: string;
  input?: string;
  error?: LearnersError;
}

/** Runs a test and says how it ended. Never rejects. */
export async function outcomeOf(host: CheckHost, test: () => unknown): Promise<Outcome> {
  host.asked = undefined;
  try {
    await test();
    return { status: 'passed' };
  } catch (thrown) {
    const { input = host.asked, ...told } = describe(thrown);
    return { status: 'failed', ...told, ...(input !== undefined && { input }) };
  }
}

function describe(thrown: unknown): Omit<Outcome, 'status'> {
  if (thrown instanceof CheckFailure) {
    const { message, expected, got, input } = thrown;
    return {
      ...(message !== '' && { message: message.slice(0, 2_000) }),
      ...(expected !== undefined && { expected }),
      ...(got !== undefined && { got }),
      ...(input !== undefined && { input }),
    };
  }
  if (thrown instanceof WorkFailed)
    return { message: thrown.message.slice(0, 2_000), ...(thrown.error && { error: thrown.error }) };
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  return { message: `The test could not go on with what it got: ${said}`.slice(0, 2_000) };
}
