import '../../src/styles/tokens.css';
import axe from 'axe-core';
import { createOutputView, type OutputView } from '../../src/elements/outputs/outputs.ts';
import type { InputValue, Output, OutputOf, Value } from '../../src/kernel/protocol.ts';

export interface Stage {
  view: OutputView;
  container: HTMLElement;
  entered: { name: string; value: InputValue }[];
}

/** A cell's output place in a page with the tokens, and a view in it. */
export function openStage(width = 700): Stage {
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
  document.title = 'Outputs';
  const main = document.createElement('main');
  main.style.cssText = `width:${width}px;background:var(--sunk)`;
  const container = document.createElement('div');
  container.setAttribute('role', 'region');
  container.setAttribute('aria-label', 'Output: a test');
  main.append(container);
  document.body.append(main);
  const entered: Stage['entered'] = [];
  const view = createOutputView(container, { enter: (name, value) => entered.push({ name, value }) });
  return { view, container, entered };
}

export const hostile = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';

export function textValue(text: string): Value {
  return { type: 'string', text };
}

export function numberValue(number: number): Value {
  return { type: 'number', text: String(number) };
}

export function textLine(text: string, level: OutputOf<'text'>['level'] = 'log'): Output {
  return { kind: 'text', level, values: [textValue(text)] };
}

export function tensorOf(
  shape: number[],
  as: OutputOf<'tensor'>['as'],
  at: (i: number) => number = (i) => i,
): OutputOf<'tensor'> {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = Float32Array.from({ length: size }, (_, i) => at(i));
  const finite = [...values].filter(Number.isFinite);
  return {
    kind: 'tensor',
    shape,
    dtype: 'float32',
    size,
    bytes: 4 * size,
    min: Math.min(...finite),
    max: Math.max(...finite),
    mean: finite.reduce((a, b) => a + b, 0) / finite.length,
    notFinite: size - finite.length,
    values,
    as,
  };
}

export function seriesOf(run: string, log = false): OutputOf<'series'> {
  return { kind: 'series', title: 'cost', names: ['cost'], x: 'step', y: 'cost', log, run };
}

export function curveOf(values: readonly number[]) {
  return { x: Float64Array.from(values, (_, i) => i), ys: [Float64Array.from(values)] };
}

/** A token as the browser computes it. */
export function colourOf(token: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

export const frames = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What axe finds wrong, by rule and place; WCAG 2.2 AA. */
export async function faults(element: Element): Promise<string[]> {
  const { violations } = await axe.run(element, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
}
