import { type Problem, problem } from './problem';

export const MAX_LENGTH = 4000;
export const MAX_PARTS = 2000;

/** A word or sign of the language, and where it stands. */
export type Token = Word & { readonly start: number; readonly end: number };
type Word =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text' | 'field' | 'name' | 'sign'; readonly value: string }
  | { readonly kind: 'end'; readonly value?: undefined };

const SIGNS = ['!=', '<=', '>=', '..', '=', '<', '>', '+', '-', '*', ',', '(', ')', '.'];
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';

/** All tokens, the last an end; or the first thing that is no token. */
export function tokens(source: string): Token[] | Problem {
  const chars = Array.from(source);
  if (chars.length > MAX_LENGTH) return problem('too-long', { start: MAX_LENGTH, end: chars.length });
  const found: Token[] = [];
  let parts = 0;
  let at = 0;
  for (;;) {
    const c = chars[at];
    if (c === undefined) break;
    if (' \t\r\n'.includes(c)) {
      at++;
      continue;
    }
    const token = word(chars, at, c);
    if ('code' in token) return token;
    if (!(token.kind === 'sign' && '(),'.includes(token.value)) && ++parts > MAX_PARTS) return problem('too-many-parts', token);
    found.push(token);
    at = token.end;
  }
  return [...found, { kind: 'end', start: at, end: at }];
}

function word(chars: readonly string[], start: number, first: string): Token | Problem {
  const text = (from: number, to: number): string => chars.slice(from, to).join('');
  if (isDigit(first) || (first === '.' && isDigit(chars[start + 1]))) {
    const end = numberEnd(chars, start);
    const value = Number(text(start, end));
    return Number.isFinite(value) ? { kind: 'number', value, start, end } : problem('number-too-large', { start, end });
  }
  if (first === "'" || first === '"') {
    const close = chars.indexOf(first, start + 1);
    if (close < 0) return problem('unclosed-text', { start, end: chars.length });
    return { kind: 'text', value: text(start + 1, close), start, end: close + 1 };
  }
  if (first === '$' && chars[start + 1] === '{') {
    const close = chars.indexOf('}', start);
    const value = text(start + 2, close);
    if (close >= 0 && /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(value)) return { kind: 'field', value, start, end: close + 1 };
    return problem('bad-reference', { start, end: close < 0 ? chars.length : close + 1 });
  }
  if (/[A-Za-z_]/.test(first)) {
    let end = start + 1;
    while (/^[A-Za-z0-9_:-]/.test(chars[end] ?? '')) end++;
    return { kind: 'name', value: text(start, end), start, end };
  }
  const value = SIGNS.find((sign) => text(start, start + sign.length) === sign);
  const end = start + (value ?? first).length;
  return value ? { kind: 'sign', value, start, end } : problem('unexpected-character', { start, end: start + 1 }, first);
}

function numberEnd(chars: readonly string[], at: number): number {
  while (isDigit(chars[at])) at++;
  if (chars[at] === '.') do at++; while (isDigit(chars[at]));
  return at;
}
