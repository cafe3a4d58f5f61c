/** What simple formulas are made of. */
const signs: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  varepsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  iota: 'ι',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Gamma: 'Γ',
  Delta: 'Δ',
  Theta: 'Θ',
  Lambda: 'Λ',
  Xi: 'Ξ',
  Pi: 'Π',
  Sigma: 'Σ',
  Phi: 'Φ',
  Psi: 'Ψ',
  Omega: 'Ω',
  to: ' → ',
  rightarrow: ' → ',
  longrightarrow: ' → ',
  mapsto: ' ↦ ',
  leftarrow: ' ← ',
  Rightarrow: ' ⇒ ',
  Leftrightarrow: ' ⇔ ',
  iff: ' ⇔ ',
  implies: ' ⇒ ',
  le: ' ≤ ',
  leq: ' ≤ ',
  ge: ' ≥ ',
  geq: ' ≥ ',
  ne: ' ≠ ',
  neq: ' ≠ ',
  approx: ' ≈ ',
  equiv: ' ≡ ',
  sim: ' ~ ',
  in: ' ∈ ',
  notin: ' ∉ ',
  subset: ' ⊂ ',
  subseteq: ' ⊆ ',
  cup: ' ∪ ',
  cap: ' ∩ ',
  times: ' × ',
  cdot: '·',
  circ: '∘',
  pm: ' ± ',
  infty: '∞',
  partial: '∂',
  nabla: '∇',
  sum: '∑',
  prod: '∏',
  int: '∫',
  forall: '∀',
  exists: '∃',
  emptyset: '∅',
  ell: 'ℓ',
  dots: '…',
  ldots: '…',
  cdots: '…',
  log: 'log ',
  ln: 'ln ',
  exp: 'exp ',
  sin: 'sin ',
  cos: 'cos ',
  max: 'max ',
  min: 'min ',
  lim: 'lim ',
  left: '',
  right: '',
  quad: ' ',
  qquad: ' ',
  LaTeX: 'LaTeX',
  TeX: 'TeX',
};

const blackboard: Readonly<Record<string, string>> = { C: 'ℂ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' };

const raised = new Map([...'0123456789+-n'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'][index]!]));
const lowered = new Map([...'0123456789+-ijn'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋ᵢⱼₙ'][index]!]));

/** Longer formulas are none that one reads in a line. */
const maxTexLength = 200;

/** A formula of TeX in the signs of a line, as "h : X → Y"; nothing where it needs more than a line. */
export function texToText(tex: string): string | undefined {
  if (tex.length > maxTexLength) return undefined;
  const text = tex
    .replaceAll(/\\(?:text|textrm|mathrm|mathit|mathbf|mathsf|mathcal|operatorname)\s*\{([^{}\\]*)\}/g, '$1')
    .replaceAll(
      /\\mathbb\s*(?:\{\s*([A-Z])\s*\}|([A-Z]))/g,
      (_, one?: string, two?: string) => blackboard[one ?? two!] ?? '\\',
    )
    .replaceAll(/\\([a-zA-Z]+)\s*/g, (command, name: string) => signs[name] ?? command)
    .replaceAll(/\\([{}])/g, (_, brace: string) => (brace === '{' ? '\u0001' : '\u0002'))
    .replaceAll(/\\[ ,;:!]|~/g, ' ')
    .replaceAll(
      /\s*([\^_])\s*(?:\{([^{}]*)\}|(\S))/g,
      (whole, sign: string, group?: string, one?: string) => shifted(sign, group ?? one!) ?? whole,
    );
  if (/[\\^_&{}]/.test(text)) return undefined;
  return text.replaceAll('\u0001', '{').replaceAll('\u0002', '}').replaceAll(/\s+/g, ' ').trim();
}

function shifted(sign: string, text: string): string | undefined {
  return sign === '^' ? superscript(text.trim()) : subscript(text.trim());
}

/** Digits as they are written above the line; nothing where a letter has no such form. */
export function superscript(text: string): string | undefined {
  return mapped(text, raised);
}

export function subscript(text: string): string | undefined {
  return mapped(text, lowered);
}

function mapped(text: string, signsOf: ReadonlyMap<string, string>): string | undefined {
  const signs = [...text.replaceAll('−', '-')].map((sign) => signsOf.get(sign));
  return signs.length > 0 && signs.length <= 6 && signs.every((sign) => sign !== undefined)
    ? signs.join('')
    : undefined;
}

/** A text whose formulas stand between the delimiters of MathJax; nothing where one cannot be read in a line. */
export function withoutTex(text: string): string | undefined {
  if (!/\\[([]|\$/.test(text)) return text;
  let isReadable = true;
  const read = (whole: string, tex: string) => {
    const words = texToText(tex);
    isReadable &&= words !== undefined;
    return words ?? whole;
  };
  const plain = text
    .replaceAll(/\\\(([^\n]{1,300}?)\\\)/g, read)
    .replaceAll(/\\\[([^\n]{1,300}?)\\\]|\$\$([^$]{1,300})\$\$/g, (whole, one?: string, two?: string) =>
      read(whole, one ?? two!),
    )
    .replaceAll(/(?<![\\$\w])\$([^\s$](?:[^$]{0,200}?[^\s$\\])?)\$(?![\d$])/g, (whole, tex: string) =>
      /[\\^_=]|^\w$/.test(tex) ? read(whole, tex) : whole,
    );
  return isReadable && !/\\[()[\]]/.test(plain) ? plain : undefined;
}
