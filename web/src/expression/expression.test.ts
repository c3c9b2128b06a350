import { describe, expect, it } from 'vitest';
import { check, type Expression, evaluate, type Node, outcome, parse, print } from './index';
import { fields, type Json, json, value, written } from './testing/notation';
import { told, vectors } from './testing/vectors';

const all = vectors();
const declarations = fields(all.fields);

function read(source: string): Expression {
  const expression = parse(source);
  if (!('root' in expression)) throw new Error(`${source}: ${JSON.stringify(expression)}`);
  return expression;
}

/** A tree without places. */
const bare = (node: Node): Json =>
  JSON.parse(JSON.stringify(node, (key, inner) => (key === 'start' || key === 'end' || key === 'states' ? undefined : inner)));

describe('worked examples', () => {
  for (const group of all.evaluate) {
    it(group.about, () => {
      for (const [source, record, expected] of group.cases) {
        const about = `${source} with ${JSON.stringify(record)}`;
        const expression = read(source);
        const problems = check(expression, { fields: declarations, here: group.here, scope: group.scope }, group.type);
        if (!group.unchecked) expect(told(problems), about).toEqual([]);
        const found = evaluate(expression, written(record, all.now, all.offset_hours, all.choice_names));
        const wanted = group.type === 'number' && typeof expected === 'string' ? value(Number(expected)) : value(expected);
        // toEqual tells -0 from 0.
        expect(json(found), about).toEqual(json(wanted));
      }
    });
  }

  it('say what is wrong with a source, and where', () => {
    for (const [source, problems] of all.reading) {
      const found = parse(source);
      expect('root' in found ? [] : told(found), source).toEqual(problems);
    }
    for (const [source, type, problems, here, scope] of all.checking) {
      const found = check(read(source), { fields: declarations, here: here ?? undefined, scope: scope ?? undefined }, type);
      expect(told(found), source).toEqual(problems);
      expect(found.every((p) => !/\{[01]\}/.test(p.message))).toBe(true);
    }
  });

  it('say what a blank means for each use', () => {
    for (const [use, result, expected] of all.outcomes) {
      const found = outcome(use, value(result));
      const plain = typeof found === 'object' && 'keeps' in found ? { keeps: json(found.keeps) } : found;
      expect(plain, `${use} of ${JSON.stringify(result)}`).toEqual(expected);
    }
  });

  it('print canonically', () => {
    for (const [source, printed] of all.printing) expect(print(read(source)), source).toBe(printed);
    const sources = [...all.evaluate.flatMap((group) => group.cases), ...all.checking].map(([source]) => source);
    for (const source of sources) {
      const expression = read(source);
      const printed = print(expression);
      expect(bare(read(printed).root), source).toEqual(bare(expression.root));
      expect(print(read(printed))).toBe(printed);
    }
  });
});
