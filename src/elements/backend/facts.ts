/** Which back end runs the cells of this page, told to whoever shows it. */
import type { BackendName } from '../../kernel/protocol.ts';

export interface BackendFacts {
  /** `null` while no kernel runs. */
  backend: BackendName | null;
  /** What was tried before and why it was not taken. */
  refused: readonly { backend: BackendName; reason: string }[];
}

declare global {
  interface DocumentEventMap {
    'descent-backend': CustomEvent<BackendFacts>;
  }
}

export function announceBackend(facts: BackendFacts): void {
  if (facts.backend) document.documentElement.dataset['backend'] = facts.backend;
  else delete document.documentElement.dataset['backend'];
  document.dispatchEvent(new CustomEvent('descent-backend', { detail: facts }));
}
