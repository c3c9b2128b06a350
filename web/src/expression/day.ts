/** Days since 1970-01-01 in the Gregorian calendar, years 1 to 9999, by arithmetic alone: the twin counts alike. */
export type Day = number;

export const FIRST_DAY: Day = -719162;
export const LAST_DAY: Day = 2932896;

/** The day of a year, month and day of the month, if the calendar has it. */
export function fromCivil(year: number, month: number, day: number): Day | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719468;
}

/** Year, month and day of the month. After H. Hinnant, as in the Rust twin. */
export function civil(number: Day): [number, number, number] {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const ofEra = shifted - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * ofYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * marchMonth + 2) / 5) + 1];
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/** `2026-05-17`. */
export function dayText(day: Day): string {
  const [year, month, ofMonth] = civil(day);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(ofMonth, 2)}`;
}

/** The days that `2008`, `2008-05` or `2008-05-17` stands for; nothing else is a date. */
export function period(written: string): { lo: Day; hi: Day } | undefined {
  const match = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/.exec(written);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  const lo = fromCivil(year, month ?? 1, day ?? 1);
  const hi = fromCivil(year, month ?? 12, day ?? daysIn(year, month ?? 12));
  return lo === undefined || hi === undefined ? undefined : { lo, hi };
}
