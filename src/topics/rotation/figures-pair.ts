import type { AnsweredFigure, Pair } from '../../facts/index.ts';

/**
 * The figures of another pair under its own ids and names, so that none can be taken for one of the Russell 2000 and the
 * S&P 500: `omxsscpi.return.12m`, `omxs30.close`, `omxsscpi_omxs30.ratio.level`.
 */
export const figuresOfPair = (
  figures: readonly AnsweredFigure[],
  { small, large }: Pair,
): readonly AnsweredFigure[] => {
  const ids = new Map<string, string>([
    ['rut', small.id],
    ['spx', large.id],
  ]);
  const names = new Map([
    ['Russell 2000', small.name],
    ['Russell', small.short],
    ['S&P 500', large.name],
  ]);
  return figures.map((figure) => {
    const id = figure.id
      .split('.')
      .map((part) => ids.get(part) ?? part)
      .join('.');
    return {
      ...figure,
      id: id === figure.id || id.startsWith('recession.') ? `${small.id}_${large.id}.${id}` : id,
      label: figure.label.replace(/Russell 2000|Russell|S&P 500/g, (name) => names.get(name) ?? name),
    };
  });
};
