import { formatNumber } from '../../figures/numbers.ts';
import type { TableData } from '../../figures/table-toggle.ts';
import type { Chart, Mark } from '../../kernel/protocol.ts';

/** A chart's points, one a row; a column says whose they are when there are several marks. */
export function chartTable(chart: Chart, caption = 'Chart'): TableData {
  const several = chart.marks.length > 1;
  const [x, y] = [chart.x?.label ?? 'x', chart.y?.label ?? 'y'];
  const ends = chart.marks.some((mark) => mark.x2 !== undefined || mark.y2 !== undefined);
  const rows = chart.marks.flatMap((mark, k) =>
    Array.from(mark.x, (_, i) => [
      ...(several ? [mark.label ?? `${mark.type} ${k + 1}`] : []),
      cell(mark.x[i], chart.x?.bands),
      cell(mark.y[i], chart.y?.bands),
      ...(ends ? endCells(mark, i, chart) : []),
    ]),
  );
  const columns = [...(several ? ['mark'] : []), x, y, ...(ends ? [`${x} (to)`, `${y} (to)`] : [])];
  return { caption, columns, rows };
}

function endCells({ x2, y2 }: Mark, i: number, chart: Chart): string[] {
  return [cell(x2?.[i], chart.x?.bands), cell(y2?.[i], chart.y?.bands)];
}

function cell(value: number | undefined, bands: readonly string[] | undefined): string {
  if (value === undefined) return '';
  return bands?.[value] ?? formatNumber(value, 6);
}
