/** Between the module `descent/check` and the worker that runs it. */

/** What may pass between the check and the learner's code. */
export type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

/** Where among a call's arguments something stands that is more than data. */
export type CheckMark = { at: (string | number)[] } & (
  { kind: 'name'; name: string } | { kind: 'tensor'; dtype: 'float32' | 'int32' | 'bool' }
);

export type CheckQuestion =
  { kind: 'call'; name: string; args: Data; marks: CheckMark[] } | { kind: 'read'; path: string };

/** An error of the learner's code, with its places in their text. */
export interface LearnersError {
  name: string;
  message: string;
  places: { cell: string; line: number; column: number; function?: string | undefined }[];
  remedy?: string | undefined;
}

/** Neither value nor problem: the function gave nothing back. */
export interface CheckAnswer {
  value?: Data | undefined;
  /** Why there is no value, in a sentence. */
  problem?: string | undefined;
  error?: LearnersError | undefined;
}

export interface CheckScore {
  name: string;
  value: number;
  goal: number;
  better: 'higher' | 'lower';
}

/** Who runs the check. */
export interface CheckHost {
  /** The lesson's. */
  readonly seed: number;
  register(name: string, test: () => unknown): void;
  ask(question: CheckQuestion, printed: string): Promise<CheckAnswer>;
  score(score: CheckScore): void;
  /** The last question of the test under way, printed. */
  asked: string | undefined;
}

let installed: CheckHost | undefined;

export function installCheckHost(host: CheckHost): void {
  installed = host;
}

/** @throws Error outside the check of an exercise. */
export function checkHost(): CheckHost {
  if (installed === undefined) throw new Error(`'descent/check' works in the check of an exercise alone.`);
  return installed;
}
