// Answers in words.
import type { Form, Question } from '../../api/records';
import { language, list, number, t, word, zone } from '../../text/text.svelte';
import { sayDate, sayMoment } from '../../text/time';
import { findQuestion } from '../form/form';

/** What a field is called: as the form asks it, else its own name. */
export function label(known: Form[], field: string): string {
  return findQuestion(known, field)?.label || field.replaceAll('_', ' ');
}

/** A value in words; one that doesn't fit its question is shown as it stands, never hidden. */
export function sayValue(question: Question | undefined, value: unknown): string {
  const code = (c: string) => question?.choices?.find((choice) => choice.code === c)?.label ?? c;
  if (value === undefined || value === null) return t('none');
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return number(value, 6);
  if (typeof value === 'string') {
    if (question?.type === 'date') return sayDate(value, language(), (key, args) => t(key, args));
    if (question?.type === 'instant') return sayMoment(value, language(), zone());
    return code(value);
  }
  if (Array.isArray(value)) {
    if (value.length === 0) return t('none-of-these');
    if (value.every((v) => typeof v === 'number')) return t('from-to', { from: number(value[0] ?? 0, 6), to: number(value.at(-1) ?? 0, 6) });
    return list(value.map((v) => code(String(v))));
  }
  const { years, on, estimated, pcode, parent, lat, lon } = value as Record<string, unknown>;
  if (years !== undefined) {
    const said = Array.isArray(years) ? t('from-to', { from: Number(years[0]), to: Number(years[1]) }) : String(years);
    const day = typeof on === 'string' ? sayDate(on, language(), (key, args) => t(key, args)) : '';
    return t(estimated || Array.isArray(years) ? 'age-said-about' : 'age-said', { years: said, on: day });
  }
  if (pcode !== undefined) return parent ? `${String(pcode)} (${String(parent)})` : String(pcode);
  if (lat !== undefined && lon !== undefined) return `${String(lat)}, ${String(lon)}`;
  return JSON.stringify(value);
}

/** Compartments in words, each group once: the area only where it isn't the general one. */
export function sayGroups(compartments: string[]): string[] {
  const said = compartments.map((compartment) => {
    const [area = '', group = ''] = compartment.split('/');
    return area === 'general' ? word('field-group', group) : `${word('field-group', group)} (${word('area', area)})`;
  });
  return [...new Set(said)];
}
