// Dates as people say them, in the operation's time zone.
import { entry, LOCALES, type Language } from './catalogues';

const formats = new Map<string, Intl.DateTimeFormat>();

function parts(at: string | number, language: Language, zone: string): Record<string, string> {
  const key = `${language} ${zone}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALES[language], {
      weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone,
    });
    formats.set(key, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(at)).map((p) => [p.type, p.value]));
}

const comma = (language: Language) => (entry(language).direction === 'rtl' ? '، ' : ', ');

/** "Wed 15 Jan, 05:30". */
export function sayMoment(at: string | number, language: Language, zone: string): string {
  const p = parts(at, language, zone);
  return `${p.weekday} ${p.day} ${p.month}${comma(language)}${p.hour}:${p.minute}`;
}

/** "Wed 15 Jan". */
export function sayDay(at: string | number, language: Language, zone: string): string {
  // A day without a time is that day everywhere.
  const civil = typeof at === 'string' && at.length === 10;
  const p = civil ? parts(`${at}T12:00:00Z`, language, 'UTC') : parts(at, language, zone);
  return `${p.weekday} ${p.day} ${p.month}`;
}

/** "05:30". */
export function sayTime(at: string | number, language: Language, zone: string): string {
  const p = parts(at, language, zone);
  return `${p.hour}:${p.minute}`;
}

/** With year and zone: the exact one, for a title. */
export function sayExactly(at: string, language: Language, zone: string): string {
  const p = parts(at, language, zone);
  return `${p.weekday} ${p.day} ${p.month} ${p.year}, ${p.hour}:${p.minute} (${zone})`;
}

/** "2014-01-15T05:30" in the zone: what a datetime-local field holds. */
export function toWall(at: string | number, zone: string): string {
  const p = parts(at, 'en', zone);
  const utc = Date.UTC(Number(p.year), MONTHS.indexOf(p.month?.slice(0, 3) ?? ''), Number(p.day), Number(p.hour), Number(p.minute));
  return new Date(utc).toISOString().slice(0, 16);
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The instant of a datetime-local field in the zone; null if the field is not filled in. */
export function fromWall(wall: string, zone: string): string | null {
  const wanted = Date.parse(`${wall}:00Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(wall) || Number.isNaN(wanted)) return null;
  // The zone's offset is found by trying: twice is enough on both sides of a change of clocks.
  let at = wanted;
  for (let i = 0; i < 2; i++) at += wanted - Date.parse(`${toWall(at, zone)}:00Z`);
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** Midnights of the zone from the first at or before `from` to the first at or after `to`. */
export function midnights(from: string, to: string, zone: string): number[] {
  const found: number[] = [];
  let day = toWall(from, zone).slice(0, 10);
  for (let i = 0; i < 370; i++) {
    const at = Date.parse(fromWall(`${day}T00:00`, zone) ?? from);
    found.push(at);
    if (at >= Date.parse(to)) break;
    day = nextDay(day, 1);
  }
  return found;
}

/** The civil day `days` after one like "2014-01-15". */
export function nextDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The months by name. */
export function monthNames(language: Language): string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2001, month, 15)));
}

/** A date as exactly as it is known: "5 March 2012", "March 2012", "about 2012", "2008 to 2010". What is no date stays as it stands. */
export function sayDate(written: string, language: Language, say: (key: string, args: Record<string, string>) => string): string {
  const [from = '', to] = written.split('/');
  if (to !== undefined) return say('from-to', { from: sayDate(from, language, say), to: sayDate(to, language, say) });
  if (written.endsWith('~')) return say('about-date', { date: sayDate(written.slice(0, -1), language, say) });
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(written);
  if (!match) return written;
  const [, year, month, day] = match;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC', ...(month ? { month: 'long' } : {}), ...(day ? { day: 'numeric' } : {}) };
  const at = new Date(`${year}-${month ?? '06'}-${day ?? '15'}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? written : new Intl.DateTimeFormat(LOCALES[language], options).format(at);
}
