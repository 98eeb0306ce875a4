import { gridWorld, type GridWorld, type GridWorldOptions } from './grid-world.ts';

/**
 * The cliff of Sutton and Barto (2018), example 6.6: four rows of twelve squares; start and goal in the lower corners,
 * between them a cliff. A step costs 1, a fall 100 and leads back to the start. The shortest way along the edge has the
 * return −13.
 *
 * @param options what to change, `slip` or `maxSteps` for instance.
 */
export function cliffWalk(options: Omit<GridWorldOptions, 'map'> = {}): GridWorld {
  const free = '.'.repeat(12);
  return gridWorld({ ...options, map: [free, free, free, `S${'C'.repeat(10)}G`] });
}
