import { beforeEach, describe, expect, it } from 'vitest';
import {
  cellText,
  tableToCsv,
  type ChartTable,
  type TableCell,
} from '../../../../lib/ui/charts/chart-table.ts';
import { speakEnglish } from '../english.ts';

beforeEach(() => speakEnglish());

const columns: ChartTable['columns'] = [
  { label: 'Artist', kind: 'name' },
  { label: 'Plays', kind: 'count' },
  { label: 'Time heard', kind: 'duration' },
  { label: 'Share', kind: 'share' },
];

function linesOf(...rows: TableCell[][]): string[] {
  return tableToCsv({ columns, rows }).split('\r\n');
}

describe('the file of a table', () => {
  it('is marked as UTF-8, and names what it counts in', () => {
    const [head] = linesOf();
    expect(head).toBe('\uFEFFArtist,Plays,Time heard (minutes),Share (percent)');
  });

  it('has bare numbers, in units a spreadsheet can add up', () => {
    expect(linesOf(['Ash', 1234, 90_000, 0.125])[1]).toBe('Ash,1234,1.5,12.5');
  });

  it('leaves out what is not known', () => {
    expect(linesOf(['Ash', null, null, null])[1]).toBe('Ash,,,');
  });

  it.each(['=1+1', '+49', '-1', '@sum', '\t=1', '＝1', ' =1'])(
    'lets no name act as a formula: %j',
    (name) => {
      expect(linesOf([name, 1, 1, 1])[1]).toMatch(/^"?'/);
    },
  );

  it('keeps a negative number a number', () => {
    expect(linesOf(['Ash', -3, 0, 0])[1]).toBe('Ash,-3,0,0');
  });

  it('quotes what would break a line or a column', () => {
    expect(linesOf(['Ash, "the" elm', 1, 0, 0])[1]).toBe('"Ash, ""the"" elm",1,0,0');
    expect(tableToCsv({ columns, rows: [['a\nb', 1, 0, 0]] })).toContain('"a\nb",1');
  });

  it('writes a name that is a link as the name', () => {
    expect(linesOf([{ text: '=Ash', href: '#a' }, 1, 0, 0])[1]).toBe("'=Ash,1,0,0");
  });

  it('ends every line, the last one too', () => {
    expect(tableToCsv({ columns, rows: [] })).toMatch(/\r\n$/);
  });
});

describe('a cell', () => {
  it('is written as a person writes it', () => {
    const [name, count, duration, share] = columns;
    expect(cellText('<img src=x>', name!)).toBe('<img src=x>');
    expect(cellText(1234, count!)).toBe('1,234');
    expect(cellText(90_000, duration!)).toBe('2 min');
    expect(cellText(0.125, share!)).toBe('13%');
    expect(cellText(null, count!)).toBe('–');
    expect(cellText({ text: 'Ash', href: '#a' }, name!)).toBe('Ash');
  });
});
