import { describe, expect, it } from 'vitest';
import { fromWall, midnights, nextDay, sayDay, sayExactly, sayMoment, sayTime, toWall } from './time';

const BANGUI = 'Africa/Bangui';

describe('dates as people say them', () => {
  it.each([
    ['en', 'Wed 15 Jan, 05:30'],
    ['fr', 'mer. 15 janv., 05:30'],
    ['es', 'mié 15 ene, 05:30'],
    ['ar', 'الأربعاء 15 يناير، 05:30'],
  ] as const)('%s', (language, said) => {
    expect(sayMoment('2014-01-15T04:30:00Z', language, BANGUI)).toBe(said);
  });

  it('keeps midnight at 00 and a bare day on that day', () => {
    expect(sayTime('2014-01-14T23:00:00Z', 'en', BANGUI)).toBe('00:00');
    expect(sayDay('2014-01-15', 'en', 'America/Bogota')).toBe('Wed 15 Jan');
    expect(sayExactly('2014-01-15T04:30:00Z', 'en', BANGUI)).toContain('2014, 05:30 (Africa/Bangui)');
  });
});

describe('fields of local time', () => {
  it.each([
    ['2014-01-15T05:30', BANGUI, '2014-01-15T04:30:00Z'],
    ['2014-07-01T12:00', 'Europe/Paris', '2014-07-01T10:00:00Z'],
    ['2014-09-30T23:59', 'America/Bogota', '2014-10-01T04:59:00Z'],
    ['2014-10-26T12:00', 'Europe/Paris', '2014-10-26T11:00:00Z'],
  ])('%s in %s', (wall, zone, instant) => {
    expect(fromWall(wall, zone)).toBe(instant);
    expect(toWall(instant, zone)).toBe(wall);
  });

  it('an empty field is no time', () => {
    expect(fromWall('', BANGUI)).toBeNull();
    expect(fromWall('2014-13-01T00:00', BANGUI)).toBeNull();
  });

  it('days begin at local midnight, also where clocks change', () => {
    expect(midnights('2014-01-15T04:00:00Z', '2014-01-16T20:00:00Z', BANGUI).map((d) => new Date(d).toISOString())).toEqual([
      '2014-01-14T23:00:00.000Z', '2014-01-15T23:00:00.000Z', '2014-01-16T23:00:00.000Z',
    ]);
    const paris = midnights('2014-10-25T10:00:00Z', '2014-10-27T10:00:00Z', 'Europe/Paris');
    expect(paris.slice(1).map((d, i) => (d - paris[i]!) / 3_600_000)).toEqual([24, 25, 24]);
    expect(nextDay('2014-02-28', 1)).toBe('2014-03-01');
    expect(nextDay('2014-01-01', -1)).toBe('2013-12-31');
  });
});
