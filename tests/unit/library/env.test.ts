import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliffWalk, gridWorld, moves, type GridWorld, type Move } from '../../../src/library/env.ts';

const walk = (world: GridWorld, way: Move[]) => way.map((move) => world.step(move));
const total = (steps: { reward: number }[]) => steps.reduce((sum, { reward }) => sum + reward, 0);
const right = (n: number): Move[] => Array.from({ length: n }, () => 'right');

describe('the cliff walk', () => {
  it('returns −13 along the edge and −17 along the far side', () => {
    const world = cliffWalk();
    expect(world.reset()).toBe(36);
    const edge = walk(world, ['up', ...right(11), 'down']);
    expect(total(edge)).toBe(-13);
    expect(edge.at(-1)).toEqual({ observation: 47, reward: -1, terminated: true, truncated: false });
    world.reset();
    expect(total(walk(world, ['up', 'up', 'up', ...right(11), 'down', 'down', 'down']))).toBe(-17);
  });

  it('puts who falls back at the start, for 100', () => {
    const world = cliffWalk();
    world.reset();
    expect(world.step('right')).toEqual({
      observation: 36,
      reward: -100,
      terminated: false,
      truncated: false,
    });
  });

  it('never lets an agent stand on the cliff', () => {
    expect(cliffWalk().states).toHaveLength(48 - 10);
  });
});

describe('a grid world', () => {
  const world = gridWorld({ map: ['S#G', '...'], maxSteps: 6, goalReward: 10 });

  it('keeps to its walls and edges', () => {
    world.reset();
    expect(walk(world, ['up', 'left', 'right']).map(({ observation }) => observation)).toEqual([0, 0, 0]);
  });

  it('ends at the goal, and an ended episode takes no step', () => {
    world.reset();
    const steps = walk(world, ['down', 'right', 'right', 'up']);
    expect(steps.at(-1)).toEqual({ observation: 2, reward: 10, terminated: true, truncated: false });
    expect(() => world.step('up')).toThrow('call reset first');
    expect(world.transitions(2, 'up')).toEqual([]);
  });

  it('breaks off an episode that is too long, which is no end of its own', () => {
    world.reset();
    const steps = walk(world, ['up', 'up', 'up', 'up', 'up', 'up']);
    expect(steps.map(({ truncated }) => truncated)).toEqual([false, false, false, false, false, true]);
    expect(steps.at(-1)?.terminated).toBe(false);
    expect(() => world.step('up')).toThrow('call reset first');
  });

  it('refuses maps and actions that make no sense', () => {
    expect(() => gridWorld({ map: [] })).toThrow('same length');
    expect(() => gridWorld({ map: ['SG', '.'] })).toThrow('same length');
    expect(() => gridWorld({ map: ['S?G'] })).toThrow("no '?'");
    expect(() => gridWorld({ map: ['SSG'] })).toThrow('one S');
    expect(() => gridWorld({ map: ['S..'] })).toThrow('must have a G');
    expect(() => gridWorld({ map: ['SG'], slip: 2 })).toThrow('slip must be');
    world.reset();
    expect(() => world.step('jump' as Move)).toThrow("no action 'jump'");
  });
});

const anyWorld = fc.record({
  map: fc
    .array(fc.array(fc.constantFrom('.', '#', 'C'), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 4,
    })
    .map((rows) => rows.map((row, i) => (i === 0 ? `S${row.join('')}G` : `.${row.join('')}.`))),
  slip: fc.double({ min: 0, max: 1, noNaN: true }),
  cliffEnds: fc.boolean(),
  seed: fc.integer(),
});

describe('every grid world', () => {
  it('has probabilities that sum to 1, to squares where an agent can stand', () => {
    fc.assert(
      fc.property(anyWorld, (options) => {
        const world = gridWorld(options);
        for (const state of world.states)
          for (const move of moves) {
            const ways = world.transitions(state, move);
            if (ways.length === 0) continue;
            expect(ways.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
            for (const { state: next } of ways) expect(world.states).toContain(next);
          }
      }),
    );
  });

  it('steps as its model says, and repeats for the same seed', () => {
    fc.assert(
      fc.property(anyWorld, fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (options, way) => {
        const play = () => {
          const world = gridWorld(options);
          let state = world.reset(7);
          const seen = [state];
          for (const move of way) {
            const ways = world.transitions(state, move);
            const step = world.step(move);
            expect(ways.map((each) => each.state)).toContain(step.observation);
            state = step.observation;
            seen.push(state);
            if (step.terminated) break;
          }
          return seen;
        };
        expect(play()).toEqual(play());
      }),
    );
  });
});
