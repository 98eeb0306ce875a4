/** Worlds to act in, for reinforcement learning: `import { cliffWalk } from 'descent/env'`. */
export type { Environment, Step } from './env/environment.ts';
export {
  gridWorld,
  moves,
  type GridWorld,
  type GridWorldOptions,
  type Move,
  type Transition,
} from './env/grid-world.ts';
export { cliffWalk } from './env/cliff-walk.ts';
