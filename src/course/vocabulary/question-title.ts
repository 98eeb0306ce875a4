/** A question in a line of plain text, for lists of questions: formulas as far as plain characters go. */

const symbols: Record<string, string> = {
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', varepsilon: 'ε', zeta: 'ζ', eta: 'η' },
  ...{ theta: 'θ', kappa: 'κ', lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', pi: 'π', rho: 'ρ', sigma: 'σ' },
  ...{ tau: 'τ', phi: 'φ', varphi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω', Delta: 'Δ', Theta: 'Θ', Sigma: 'Σ' },
  ...{ nabla: '∇', partial: '∂', sum: '∑', prod: '∏', int: '∫', infty: '∞', sqrt: '√', ell: 'ℓ' },
  ...{ cdot: '·', times: '×', pm: '±', le: '≤', leq: '≤', ge: '≥', geq: '≥', ne: '≠', neq: '≠', approx: '≈' },
  ...{ to: '→', leftarrow: '←', gets: '←', in: '∈', sim: '~', ldots: '…', dots: '…', mid: '|' },
  ...{ left: '', right: '', text: '', mathrm: '', mathbf: '', operatorname: '', quad: ' ', qquad: ' ' },
};

const digits: Record<string, string> = { 0: '⁰', 1: '¹', 2: '²', 3: '³', T: 'ᵀ' };

/** @param tex the source of a formula */
export function texInWords(tex: string): string {
  return tex
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/gu, '$1/$2')
    .replace(/\\([a-zA-Z]+)/gu, (_, name: string) => symbols[name] ?? name)
    .replace(
      /\^(?:\{([0-3T])\}|([0-3T]))/gu,
      (whole, a?: string, b?: string) => digits[a ?? b ?? ''] ?? whole,
    )
    .replace(/\\[,;:! ]/gu, ' ')
    .replace(/[{}\\]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** At most so many characters, cut between words. */
export const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/\s+\S*$/u, '')}…`;
