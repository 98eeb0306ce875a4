import { createRandom, type Random } from '../random.ts';
import { requireCount, requireShare } from '../data/require.ts';
import type { Environment, Step } from './environment.ts';
import { readMap, type Cell, type GridMap } from './grid-map.ts';

export const moves = ['up', 'right', 'down', 'left'] as const;
export type Move = (typeof moves)[number];

export interface GridWorldOptions {
  /** One text for each row: `S` start, `G` goal, `C` cliff, `#` wall, `.` free ground. */
  map: readonly string[];
  /** For every step; −1 where missing. */
  stepReward?: number;
  /** For the step that reaches the goal; as `stepReward` where missing. */
  goalReward?: number;
  /** For a step off the cliff; −100 where missing. */
  cliffReward?: number;
  /** Whether a fall ends the episode; where it does not (as when missing), the agent is back at the start. */
  cliffEnds?: boolean;
  /** The share of steps that go astray, to the left or the right of the way that was meant; 0 where missing. */
  slip?: number;
  /** Steps after which an episode is broken off; 1,000 where missing. */
  maxSteps?: number;
  seed?: number;
}

/** What may follow an action, with its probability. */
export interface Transition {
  probability: number;
  state: number;
  reward: number;
  terminated: boolean;
}

/** A world of squares. A state is the number of a square: row · columns + column, from the left upper corner. */
export interface GridWorld extends Environment<number, Move> {
  readonly rows: number;
  readonly columns: number;
  /** What each square is, by its number. */
  readonly cells: readonly Cell[];
  readonly start: number;
  /** Numbers of the squares where an agent can stand. */
  readonly states: readonly number[];
  /** The model of the world, for methods that plan: everything that may follow. Ends have none. */
  transitions(state: number, action: Move): Transition[];
}

/**
 * @throws RangeError when the map is not a rectangle with one start and at least one goal, or an option is out of range.
 */
export function gridWorld(options: GridWorldOptions): GridWorld {
  const { slip = 0, maxSteps = 1_000 } = options;
  requireShare('slip', slip);
  requireCount('maxSteps', maxSteps);
  const map = readMap(options.map);
  let random: Random = createRandom(options.seed ?? 0);
  let state = map.start;
  let steps: number | null = null;

  const transitions = (from: number, action: Move): Transition[] => {
    if (isEnd(map, from, options)) return [];
    return waysOf(action, slip).map(({ move, probability }) => ({
      probability,
      ...arrive(map, from, move, options),
    }));
  };

  function step(action: Move): Step<number> {
    if (steps === null) throw new Error('The episode has ended: call reset first.');
    if (!moves.includes(action)) throw new Error(`There is no action '${action}': ${moves.join(', ')}.`);
    const { state: next, reward, terminated } = draw(transitions(state, action), random);
    state = next;
    steps += 1;
    const truncated = !terminated && steps >= maxSteps;
    if (terminated || truncated) steps = null;
    return { observation: state, reward, terminated, truncated };
  }

  return {
    actions: moves,
    ...map,
    states: map.cells.flatMap((cell, at) => (cell === 'wall' || isFall(cell, options) ? [] : [at])),
    transitions,
    step,
    reset(seed) {
      if (seed !== undefined) random = createRandom(seed);
      state = map.start;
      steps = 0;
      return state;
    },
  };
}

/** A square one never stands on: a fall leads elsewhere at once. */
const isFall = (cell: Cell, { cliffEnds = false }: GridWorldOptions): boolean =>
  cell === 'cliff' && !cliffEnds;

const isEnd = (map: GridMap, state: number, { cliffEnds = false }: GridWorldOptions): boolean =>
  map.cells[state] === 'goal' || (cliffEnds && map.cells[state] === 'cliff');

/** The way that was meant, and the two beside it. */
function waysOf(action: Move, slip: number): { move: Move; probability: number }[] {
  const at = moves.indexOf(action);
  const beside = [moves[(at + 3) % 4], moves[(at + 1) % 4]].flatMap((move) =>
    move && slip > 0 ? [{ move, probability: slip / 2 }] : [],
  );
  return [...(slip < 1 ? [{ move: action, probability: 1 - slip }] : []), ...beside];
}

function arrive(map: GridMap, from: number, move: Move, options: GridWorldOptions) {
  const { stepReward = -1, goalReward = stepReward, cliffReward = -100, cliffEnds = false } = options;
  const to = neighbour(map, from, move);
  switch (map.cells[to]) {
    case 'goal':
      return { state: to, reward: goalReward, terminated: true };
    case 'cliff':
      return { state: cliffEnds ? to : map.start, reward: cliffReward, terminated: cliffEnds };
    default:
      return { state: to, reward: stepReward, terminated: false };
  }
}

const shifts: Readonly<Record<Move, readonly [down: number, right: number]>> = {
  up: [-1, 0],
  right: [0, 1],
  down: [1, 0],
  left: [0, -1],
};

/** The square beside; the same where a wall or the edge is in the way. */
function neighbour({ rows, columns, cells }: GridMap, from: number, move: Move): number {
  const [down, right] = shifts[move];
  const row = Math.floor(from / columns) + down;
  const column = (from % columns) + right;
  const to = row * columns + column;
  const outside = row < 0 || row >= rows || column < 0 || column >= columns;
  return outside || cells[to] === 'wall' ? from : to;
}

function draw(ways: readonly Transition[], random: Random): Transition {
  let left = random.uniform();
  for (const way of ways) {
    left -= way.probability;
    if (left < 0) return way;
  }
  const last = ways.at(-1);
  if (last === undefined) throw new Error('Nothing can follow in this state.');
  return last;
}
