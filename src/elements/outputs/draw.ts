import type { InputValue, Output, OutputKind } from '../../kernel/protocol.ts';
import { drawChart } from './chart.ts';
import type { Drawn } from './drawn.ts';
import { drawFigure } from './figure.ts';
import { drawImage } from './image.ts';
import { drawInput } from './input.ts';
import { drawModel } from './model.ts';
import { drawNotice } from './notice.ts';
import { redrawn } from './drawn.ts';
import { drawProgress } from './progress.ts';
import type { RunRecord } from './run-record.ts';
import { drawSeries } from './series.ts';
import { drawTable } from './table.ts';
import { drawTensor } from './tensor.ts';
import { drawText } from './text.ts';
import { drawValue } from './value.ts';

/** What a view of an output may need of its cell. */
export interface Surroundings {
  enter(name: string, value: InputValue): void;
  /** The last finished run of the series with this title. */
  lastRun(title: string): RunRecord | null;
}

export function drawOutput(output: Output, around: Surroundings): Drawn<OutputKind> {
  return drawByKind(output, around) as Drawn<OutputKind>;
}

function drawByKind(output: Output, around: Surroundings) {
  switch (output.kind) {
    case 'text':
      return drawText(output);
    case 'value':
      return drawValue(output);
    case 'table':
      return drawTable(output);
    case 'tensor':
      return drawTensor(output);
    case 'image':
      return drawImage(output);
    case 'chart':
      return drawChart(output);
    case 'series':
      return drawSeries(output, around.lastRun(output.title));
    case 'progress':
      return drawProgress(output);
    case 'model':
      return drawModel(output);
    case 'input':
      return drawInput(output, around.enter);
    case 'figure':
      return drawFigure(output);
    case 'notice':
      return redrawn<'notice'>(output, ({ text }) => [drawNotice(text)]);
    default:
      return assertNever(output);
  }
}

function assertNever(output: never): never {
  throw new TypeError(`No view for ${JSON.stringify(output)}`);
}
