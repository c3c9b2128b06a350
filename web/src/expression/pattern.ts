/** Patterns of regex(): a common subset of regular expressions, matched without backtracking and never by the host's own. */

const MAX_STATES = 500;
const MAX_GROUPS = 20;
const MAX_TEXT = 1000;

/** First and last code point of each span that a class holds. */
type Class = readonly (readonly [number, number])[];
type State = { readonly one: Class } | { readonly either: [number, number] } | 'match';
type Tree =
  | { readonly one: Class }
  | { readonly all: readonly Tree[] }
  | { readonly any: readonly Tree[] }
  | { readonly repeat: Tree; readonly least: number; readonly most: number | undefined };

const LAST = 0x10ffff;
const DIGIT: Class = [[0x30, 0x39]];
const WORD: Class = [[0x30, 0x39], [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const SPACE: Class = [[0x09, 0x0d], [0x20, 0x20]];
const LINE_END: Class = [[0x0a, 0x0a], [0x0d, 0x0d], [0x85, 0x85], [0x2028, 0x2029]];

/** Where a pattern is wrong, in code points, and how. */
export class PatternFault extends Error {
  constructor(readonly at: number, readonly why: string) {
    super(why);
  }
}

/** A pattern that was read, with its source. */
export class Pattern {
  private constructor(readonly source: string, private readonly states: readonly State[]) {}

  static read(source: string): Pattern | PatternFault {
    try {
      const tree = new Reader(Array.from(source)).whole();
      if (cost(tree) >= MAX_STATES) return new PatternFault(0, 'it is too large');
      const states: State[] = [];
      emit(tree, states);
      return new Pattern(source, [...states, 'match']);
    } catch (fault) {
      if (fault instanceof PatternFault) return fault;
      throw fault;
    }
  }

  /** Whether the whole text matches; nothing for a text of more than 1,000 code points. */
  matches(text: string): boolean | undefined {
    let here = this.reach([0]);
    let length = 0;
    for (const c of text) {
      if (++length > MAX_TEXT) return undefined;
      const point = c.codePointAt(0)!;
      const holds = (state: State | undefined): boolean =>
        typeof state === 'object' && 'one' in state && state.one.some(([lo, hi]) => lo <= point && point <= hi);
      here = this.reach(here.filter((at) => holds(this.states[at])).map((at) => at + 1));
    }
    return here.some((at) => this.states[at] === 'match');
  }

  /** Every state that can be reached from these at no cost. */
  private reach(open: number[]): number[] {
    const seen = new Set<number>();
    const found: number[] = [];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      const state = this.states[at];
      if (typeof state === 'object' && 'either' in state) open.push(...state.either);
      else found.push(at);
    }
    return found;
  }
}

/** An upper bound of the states a tree needs. */
function cost(tree: Tree): number {
  if ('one' in tree) return 1;
  if ('repeat' in tree) return (cost(tree.repeat) + 2) * Math.max(tree.most ?? tree.least + 1, 1);
  return ('all' in tree ? tree.all : tree.any).reduce((sum, part) => sum + cost(part) + 2, 0);
}

function emit(tree: Tree, states: State[]): void {
  /** Keeps a place for a fork, and fills it: on to what follows it, or past all that was emitted until then. */
  const fork = (): (() => void) => {
    const at = states.length;
    states.push({ either: [0, 0] });
    return () => void (states[at] = { either: [at + 1, states.length] });
  };
  if ('one' in tree) states.push(tree);
  else if ('all' in tree) tree.all.forEach((part) => emit(part, states));
  else if ('any' in tree) {
    const leaving: number[] = [];
    tree.any.forEach((part, index) => {
      if (index + 1 === tree.any.length) return emit(part, states);
      const fill = fork();
      emit(part, states);
      leaving.push(states.length);
      states.push({ either: [0, 0] });
      fill();
    });
    for (const at of leaving) states[at] = { either: [states.length, states.length] };
  } else {
    for (let i = 0; i < tree.least; i++) emit(tree.repeat, states);
    if (tree.most === undefined) {
      const at = states.length;
      const fill = fork();
      emit(tree.repeat, states);
      states.push({ either: [at, at] });
      fill();
    } else {
      const fills: (() => void)[] = [];
      for (let i = tree.least; i < tree.most; i++) {
        fills.push(fork());
        emit(tree.repeat, states);
      }
      fills.forEach((fill) => fill());
    }
  }
}

/** What the spans leave out. */
function complement(spans: Class): Class {
  const left: [number, number][] = [];
  let next = 0;
  for (const [lo, hi] of [...spans].sort(([a], [b]) => a - b)) {
    if (lo > next) left.push([next, lo - 1]);
    next = Math.max(next, hi + 1);
  }
  if (next <= LAST) left.push([next, LAST]);
  return left;
}

const oneOf = (c: string): Class => [[c.codePointAt(0)!, c.codePointAt(0)!]];

class Reader {
  private at = 0;
  private groups = 0;

  constructor(private readonly chars: readonly string[]) {}

  whole(): Tree {
    const tree = this.any();
    if (this.at < this.chars.length) throw new PatternFault(this.at, 'this bracket closes nothing');
    return tree;
  }

  private any(): Tree {
    const any = [this.all()];
    while (this.take('|')) any.push(this.all());
    return { any };
  }

  private all(): Tree {
    const all: Tree[] = [];
    for (let c = this.peek(); c !== undefined && c !== '|' && c !== ')'; c = this.peek()) {
      const edge = (c === '^' && this.at === 0) || (c === '$' && this.at + 1 === this.chars.length);
      if (edge) this.at++;
      else all.push(this.repeated(this.one(c)));
    }
    return { all };
  }

  private one(c: string): Tree {
    const start = this.at++;
    if (c === '(') {
      if (++this.groups > MAX_GROUPS) throw new PatternFault(start, 'groups stand too deep in each other');
      if (this.take('?') && !this.take(':')) throw new PatternFault(start, 'only (?: may begin a group with ?');
      const inner = this.any();
      if (!this.take(')')) throw new PatternFault(start, 'this group is not closed');
      this.groups--;
      return inner;
    }
    if (c === '[') return { one: this.class(start) };
    if (c === '.') return { one: complement(LINE_END) };
    if (c === '\\') return { one: this.escape(start) };
    if ('*+?{'.includes(c)) throw new PatternFault(start, 'there is nothing to repeat');
    if (']}^$'.includes(c)) throw new PatternFault(start, "this sign can't stand alone here");
    return { one: oneOf(c) };
  }

  private repeated(repeat: Tree): Tree {
    const start = this.at;
    if (this.take('*')) return { repeat, least: 0, most: undefined };
    if (this.take('+')) return { repeat, least: 1, most: undefined };
    if (this.take('?')) return { repeat, least: 0, most: 1 };
    if (!this.take('{')) return repeat;
    const wrong = new PatternFault(start, 'a count is {n}, {n,} or {n,m}, of 1 to 3 digits each');
    const count = (): number => {
      const from = this.at;
      while (/^[0-9]/.test(this.peek() ?? '')) this.at++;
      if (this.at === from || this.at > from + 3) throw wrong;
      return Number(this.chars.slice(from, this.at).join(''));
    };
    const least = count();
    let most: number | undefined = least;
    if (this.take(',')) most = this.peek() === '}' ? undefined : count();
    if (!this.take('}') || (most !== undefined && most < least)) throw wrong;
    return { repeat, least, most };
  }

  private class(start: number): Class {
    const negated = this.take('^');
    const spans: (readonly [number, number])[] = [];
    for (let c = this.peek(); c !== ']' || spans.length === 0; c = this.peek()) {
      const at = this.at;
      if (c === undefined) throw new PatternFault(start, 'this class is not closed');
      if (c === ']') throw new PatternFault(start, 'this class is empty');
      if (c === '[') throw new PatternFault(at, 'put \\ before [ in a class');
      const first = this.member();
      const after = this.chars[this.at + 1];
      if (this.peek() !== '-' || after === undefined || after === ']') {
        spans.push(...first);
        continue;
      }
      this.at++;
      const last = this.member();
      const [lo, a] = first[0]!;
      const [b, hi] = last[0]!;
      if (first.length > 1 || last.length > 1 || lo !== a || b !== hi || lo > hi) throw new PatternFault(at, 'this is no range');
      spans.push([lo, hi]);
    }
    this.at++;
    return negated ? complement(spans) : spans;
  }

  private member(): Class {
    const start = this.at++;
    const c = this.chars[start]!;
    return c === '\\' ? this.escape(start) : oneOf(c);
  }

  private escape(start: number): Class {
    const c = this.chars[this.at++];
    switch (c) {
      case 'd':
        return DIGIT;
      case 'D':
        return complement(DIGIT);
      case 'w':
        return WORD;
      case 'W':
        return complement(WORD);
      case 's':
        return SPACE;
      case 'S':
        return complement(SPACE);
      case 'n':
        return oneOf('\n');
      case 'r':
        return oneOf('\r');
      case 't':
        return oneOf('\t');
    }
    if (c === undefined || !/^[!-/:-@[-`{-~]$/.test(c)) throw new PatternFault(start, 'there is no such sign after \\');
    return oneOf(c);
  }

  private peek(): string | undefined {
    return this.chars[this.at];
  }

  private take(c: string): boolean {
    const found = this.peek() === c;
    if (found) this.at++;
    return found;
  }
}
