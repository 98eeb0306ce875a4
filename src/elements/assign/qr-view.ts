/** A link as a QR code: dark on white in either theme, with the margin that cameras look for. */
import { correction, generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { html, type TemplateResult } from 'lit-html';

/** 129 squares a side; of finer ones cameras lose some, on a screen and on paper alike. */
const finest = 28;
/** Squares of margin, as the standard asks (ISO/IEC 18004). */
const margin = 4;

export interface Code {
  /** Squares a side, without the margin. */
  size: number;
  /** The dark ones, as a path of SVG. */
  path: string;
}

let last: { text: string; code: Code | null } | undefined;

/** `null` where the text is too long for a code that cameras read. */
export function toCode(text: string): Code | null {
  if (last?.text !== text) last = { text, code: make(text) };
  return last.code;
}

function make(text: string): Code | null {
  try {
    const code = generate(text, { minCorrectionLevel: correction.L, maxVersion: finest });
    return { size: code.size, path: toSvgPath(code) };
  } catch {
    return null;
  }
}

export function qrView(code: Code, name: string): TemplateResult {
  const size = code.size + 2 * margin;
  return html`<svg
    class="assign-qr"
    role="img"
    aria-label=${name}
    viewBox="${-margin} ${-margin} ${size} ${size}"
    shape-rendering="crispEdges"
  >
    <rect x=${-margin} y=${-margin} width=${size} height=${size} fill="#fff" />
    <path d=${code.path} fill="#000" />
  </svg>`;
}
