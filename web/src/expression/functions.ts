import { civil, type Day, dayText, digits, FIRST_DAY, LAST_DAY, period } from './day';
import { decided, value } from './evaluate';
import { given } from './given';
import { exact, halfUp, numberFromText, numberText, powerOfTen, rising } from './range';
import type { FunctionName, Node } from './tree';
import { type Between, between, blank, days, type Environment, number, reasonOf, sound, text, truth, UNDEFINED, type Value } from './value';

/** The most places that round takes, on either side of the point. */
const MAX_PLACES = 15;

/** What each function gives. */
export function call(name: FunctionName, parts: readonly Node[], environment: Environment): Value {
  const at = (index: number): Value => (parts[index] ? value(parts[index], environment) : UNDEFINED);
  const all = (): Value[] => parts.map((part) => value(part, environment));
  const field = parts[0]?.kind === 'field' ? parts[0].name : '';
  const today = (): Value => day(environment.localDate(environment.now()));
  switch (name) {
    case 'true':
      return truth(true);
    case 'false':
      return truth(false);
    case 'not':
      return given(all(), ['truth'], (x) => truth(!x));
    case 'if':
      return given([at(0)], ['truth'], (chosen) => at(chosen ? 1 : 2));
    case 'coalesce':
      return firstKnown(all());
    case 'is-blank':
      return truth(at(0).kind === 'blank');
    case 'is-known':
      return truth(at(0).kind !== 'blank');
    case 'reason':
      return text(reasonOf([at(0)]) ?? 'known');

    case 'selected':
    case 'selected-any': {
      const [choices, ...codes] = all();
      return decided(
        codes.map((code) => given([asChoices(choices), code], ['choices', 'text'], (chosen, written) => truth(chosen.includes(written)))),
        true,
      );
    }
    case 'count-selected':
      return given([asChoices(at(0))], ['choices'], (chosen) => number(chosen.length));
    case 'selected-at':
      return given([asChoices(at(0)), asIndex(at(1), 0, Number.MAX_VALUE)], ['choices', 'number'], (chosen, { lo }) => {
        const code = chosen[lo];
        return code === undefined ? UNDEFINED : text(code);
      });
    case 'choice-name':
      return given(all(), ['text', 'text'], (code, language) => {
        const said = environment.choiceName(field, code, language);
        return said === undefined ? UNDEFINED : text(said);
      });

    case 'int':
      return given(all(), ['number'], (x) => rising(x, Math.trunc));
    case 'floor':
      return given(all(), ['number'], (x) => rising(x, Math.floor));
    case 'ceiling':
      return given(all(), ['number'], (x) => rising(x, Math.ceil));
    case 'round':
      return given([at(0), parts[1] ? asIndex(at(1), -MAX_PLACES, MAX_PLACES) : number(0)], ['number', 'number'], (x, { lo: places }) => {
        const power = powerOfTen(Math.abs(places));
        return rising(x, (y) => (places < 0 ? halfUp(y / power) * power : halfUp(y * power) / power));
      });
    case 'number':
      return asNumber(at(0));

    case 'string':
      return asText(at(0));
    case 'string-length':
      return given(all(), ['text'], (x) => number(Array.from(x).length));
    case 'concat': {
      const written = all().map(asText);
      const reason = reasonOf(written);
      return reason ? blank(reason) : text(written.map((x) => (x.kind === 'text' ? x.value : '')).join(''));
    }
    case 'contains':
      return given(all(), ['text', 'text'], (x, part) => truth(x.includes(part)));
    case 'starts-with':
      return given(all(), ['text', 'text'], (x, part) => truth(x.startsWith(part)));
    case 'regex':
      // One that was read is of kind 'matches'.
      return UNDEFINED;

    case 'today':
      return today();
    case 'now':
      return { kind: 'instant', value: environment.now() };
    case 'date': {
      const from = at(0);
      if (from.kind === 'date') return from;
      if (from.kind === 'instant') return day(environment.localDate(from.value));
      return given([from], ['text'], (written) => {
        const found = period(written);
        return found ? days(found.lo, found.hi) : UNDEFINED;
      });
    }
    case 'days-between':
      return given(all(), ['date', 'date'], (from, to) => between(to.lo - from.hi, to.hi - from.lo));
    case 'hours-between':
      return given(all(), ['instant', 'instant'], (from, to) => number((to - from) / 3600));
    case 'age-years':
      return given([at(0), parts[1] ? at(1) : today()], ['date', 'date'], (birth, on) =>
        between(Math.max(completedYears(birth.hi, on.lo), 0), completedYears(birth.lo, on.hi)),
      );

    case 'count': {
      const rows = at(0);
      if (rows.kind === 'rows') return number(rows.value);
      return given([rows], ['many'], (values) => number(values.length));
    }
    case 'sum':
      return given([at(0)], ['many'], sum);
    case 'min':
      return extreme(all(), Math.min);
    case 'max':
      return extreme(all(), Math.max);
    case 'indexed-repeat': {
      const rows = environment.rows(field);
      return given([asIndex(at(2), 1, rows.length)], ['number'], ({ lo }) => sound(rows[lo - 1] ?? UNDEFINED));
    }
    case 'position':
      return number(environment.position() ?? NaN);
  }
}

const day = (one: Day): Value => days(one, one);

/** The codes chosen; one choice counts as a list of one. */
const asChoices = (value: Value = UNDEFINED): Value => (value.kind === 'text' ? { kind: 'choices', value: [value.value] } : value);

/** A whole exact number from least to most; a range is imprecise, anything else undefined. */
function asIndex(value: Value, least: number, most: number): Value {
  return given([value], ['number'], (range) => {
    const index = exact(range);
    if (typeof index !== 'number') return blank(index);
    return Number.isInteger(index) && index >= least && index <= most ? value : UNDEFINED;
  });
}

function asNumber(value: Value): Value {
  if (value.kind === 'number') return value;
  if (value.kind === 'truth') return number(value.value ? 1 : 0);
  return given([value], ['text'], (written) => number(numberFromText(written) ?? NaN));
}

function asText(value: Value): Value {
  const ofRange = (range: Between, written: (x: number) => string): Value => {
    const one = exact(range);
    return typeof one === 'number' ? text(written(one)) : blank(one);
  };
  switch (value.kind) {
    case 'number':
      return ofRange(value.value, numberText);
    case 'date':
      return ofRange(value.value, dayText);
    case 'truth':
      return text(String(value.value));
    case 'instant':
      return instantText(value.value);
    case 'choices':
      return text(value.value.join(' '));
    default:
      return given([value], ['text'], text);
  }
}

function instantText(at: number): Value {
  const date = Math.floor(at / 86400);
  if (date < FIRST_DAY || date > LAST_DAY) return UNDEFINED;
  const second = at - date * 86400;
  const part = (value: number): string => digits(Math.floor(value) % 60, 2);
  return text(`${dayText(date)}T${digits(Math.floor(second / 3600), 2)}:${part(second / 60)}:${part(second)}Z`);
}

function firstKnown(values: readonly Value[]): Value {
  return values.find((value) => value.kind !== 'blank') ?? blank(reasonOf(values) ?? 'not-asked');
}

function sum(values: readonly Value[]): Value {
  const kinds = values.map(() => 'number' as const);
  return given(values, kinds, (...ranges) => {
    const total = ranges.reduce((so, { lo, hi }) => ({ lo: so.lo + lo, hi: so.hi + hi }), { lo: 0, hi: 0 });
    return between(total.lo, total.hi);
  });
}

/** Whole years from a birth to a day; who was born on 29 February completes a year on 1 March where there is no 29th. */
function completedYears(birth: Day, on: Day): number {
  const [birthYear, birthMonth, birthDay] = civil(birth);
  const [year, month, ofMonth] = civil(on);
  return year - birthYear - (month < birthMonth || (month === birthMonth && ofMonth < birthDay) ? 1 : 0);
}

/** The least or the most of numbers or of dates, rows of a repeat counted one by one. */
function extreme(values: readonly Value[], of: (a: number, b: number) => number): Value {
  const flat = values.flatMap((value) => (value.kind === 'many' ? value.value : [value]));
  const reason = reasonOf(flat);
  if (reason) return blank(reason);
  const kind = flat[0]?.kind;
  const ranges = flat.flatMap((value) => ((value.kind === 'number' || value.kind === 'date') && value.kind === kind ? [value.value] : []));
  if (ranges.length === 0 || ranges.length < flat.length) return UNDEFINED;
  const { lo, hi } = ranges.reduce((a, b) => ({ lo: of(a.lo, b.lo), hi: of(a.hi, b.hi) }));
  return kind === 'number' ? between(lo, hi) : days(lo, hi);
}
