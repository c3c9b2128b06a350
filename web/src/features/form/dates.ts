// The parts of a date as the page asks for them, and the text that is kept: `2012-03-05`, `2012-03~`, `2012`, `2008/2010`.
import { plainDigits } from './values';

export type Precision = 'day' | 'month' | 'year' | 'between';
export type Parts = { precision: Precision; day: string; month: string; year: string; last: string; about: boolean };

const BLANK: Parts = { precision: 'day', day: '', month: '', year: '', last: '', about: false };

/** What is kept for the parts: nothing while they are empty; what is half typed stays half typed and is no date. */
export function compose(parts: Parts): string | undefined {
  const year = plainDigits(parts.year).trim();
  const about = parts.about ? '~' : '';
  switch (parts.precision) {
    case 'day': return parts.day || undefined;
    case 'month': return year || parts.month ? `${year}-${parts.month}${about}` : undefined;
    case 'year': return year ? `${year}${about}` : undefined;
    case 'between': {
      const last = plainDigits(parts.last).trim();
      return year || last ? `${year}/${last}` : undefined;
    }
  }
}

/** The parts of what is kept; with nothing kept, the precision that was chosen stays. */
export function take(value: string | undefined, before: Parts = BLANK): Parts {
  if (!value) return { ...BLANK, precision: before.precision };
  if (value.includes('/')) {
    const [year = '', last = ''] = value.split('/');
    return { ...BLANK, precision: 'between', year, last };
  }
  const about = value.endsWith('~');
  const [year = '', month, day] = value.replace('~', '').split('-');
  if (day !== undefined) return { ...BLANK, precision: 'day', day: value };
  if (month !== undefined) return { ...BLANK, precision: 'month', year, month, about };
  return { ...BLANK, precision: 'year', year, about };
}
