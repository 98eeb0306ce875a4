/**
 * The one shape of all environments, in the terms of the field (Sutton and Barto 2018; the interface of Gymnasium,
 * Towers and others 2024): an agent acts, the environment answers.
 */
export interface Environment<Observation, Action> {
  /** What an agent may do, the same in every state. */
  readonly actions: readonly Action[];
  /** Begins an episode. A seed begins its random numbers anew; without one they go on. */
  reset(seed?: number): Observation;
  /** @throws Error when the episode has ended or has not begun, or when there is no such action. */
  step(action: Action): Step<Observation>;
}

export interface Step<Observation> {
  observation: Observation;
  reward: number;
  /** The episode reached an end of its own, a goal for instance: nothing comes after it. */
  terminated: boolean;
  /** The episode was broken off, because of its length: what comes after it would still have value. */
  truncated: boolean;
}
