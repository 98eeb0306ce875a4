import { stringify } from 'yaml';
import type { PlannedLesson } from './curriculum.ts';

/**
 * A small lesson that builds and runs as it stands, one of each thing that a lesson has, for its author to write over.
 */
export function lessonSkeleton({ title, summary, minutes, needs }: PlannedLesson): string {
  const head = stringify({
    ...{ title, summary, objectives: ['Say what a reader can do at the end, one line each.'], minutes },
    ...(needs.length > 0 && { needs }),
  });
  return `---\n${head}---\n\n${body}`;
}

const body = `Begin with something concrete: a thing to look at, a question that the reader can answer by running.

<Predict id="guess" kind="number" cell="halve" value="heights[4]" within={0.1}>
A ball is dropped from one metre and comes back to half its height each time. How high is the fourth bounce, in
metres?
</Predict>

\`\`\`ts cell id="halve" title="Halve it" room=12
const heights = [1];
for (let bounce = 1; bounce <= 4; bounce++) {
  heights.push(0.5 * heights[bounce - 1]!);
}
show.table(heights.map((height, bounce) => ({ bounce, height })));
\`\`\`

Say what the run shows. The fourth bounce reaches <Measured cell="halve" value="heights[4]" is={0.0625} /> metres.

<Figure id="bounces" title="The heights of the bounces" caption="Each bounce reaches half of the one before.">

\`\`\`ts figure
const bounce = [0, 1, 2, 3, 4, 5];
show.figure('curve', {
  x: [0, 5],
  xs: bounce,
  ys: bounce.map((n) => 0.5 ** n),
  xLabel: 'bounce',
  yLabel: 'height (m)',
});
\`\`\`

</Figure>

## Try it

<Exercise id="other-ball" title="Another ball" kind="complete">

Write a function that gives the height of a bounce for any ball: it keeps the share \`keeps\` of its height each time.

\`\`\`ts starter
function bounceHeight(start: number, keeps: number, bounces: number): number {
  return start; // after how many bounces?
}
\`\`\`

\`\`\`ts solution
function bounceHeight(start: number, keeps: number, bounces: number): number {
  return start * keeps ** bounces;
}
\`\`\`

\`\`\`ts check
import { check, near, work } from 'descent/check';

check('the ball above', async () => near(await work.call('bounceHeight', 1, 0.5, 4), 0.0625));
check('a livelier ball', async () => near(await work.call('bounceHeight', 2, 0.9, 3), 1.458));
check('before the first bounce', async () => near(await work.call('bounceHeight', 3, 0.5, 0), 3));
\`\`\`

<Hint>Each bounce multiplies the height by the same number.</Hint>
<Hint>Multiplying by the same number several times is a power: \`**\`.</Hint>

</Exercise>

<Quiz id="check" title="Check yourself">

<Question id="share" kind="one">
A ball keeps 0.8 of its height. What is left after two bounces?

- [ ] 0.6
  > That takes 0.2 away twice; but the second bounce loses a fifth of what is left, not of the whole.
- [x] 0.64
  > 0.8 of 0.8 is 0.64.
</Question>

</Quiz>

<Recap>

- One or two things to take away.
- What to try next.

</Recap>
`;
