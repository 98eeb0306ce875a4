import { describe, expect, test } from 'vitest';
import { inert, largest, readCsv, writeCsv } from '../../../src/teaching/csv.ts';

const rowsOf = (text: string): string[][] => {
  const read = readCsv(text);
  return 'rows' in read ? read.rows : [[read.fault]];
};
const faultOf = (text: string): string => {
  const read = readCsv(text);
  return 'fault' in read ? read.fault : '';
};

describe('writing', () => {
  test('rows end with CR LF; commas, quotes and new lines are quoted', () => {
    expect(writeCsv([['a', 'b,c', 'say "x"', 'one\ntwo', null, '']])).toBe(
      'a,"b,c","say ""x""","one\ntwo",,\r\n',
    );
    expect(writeCsv([['a'], ['b']], { bom: true })).toBe('\ufeffa\r\nb\r\n');
    expect(writeCsv([])).toBe('');
  });

  test('numbers have a point and at most 4 decimals; what is not finite is empty', () => {
    expect(writeCsv([[7, 2.5, 1 / 3, 0.1 + 0.2, -0, -1.5, 1e-9, NaN, Infinity]])).toBe(
      '7,2.5,0.3333,0.3,0,-1.5,0,,\r\n',
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "' =1"],
    ['\tx', "' x"],
    ['\rx', "' x"],
    ['\n=1', "'\n'=1"],
    ['   =1', "'   =1"],
    ['\u00a0=1', "'\u00a0=1"],
    ['\u200b\ufeff=1', "'\u200b\ufeff=1"],
    ['\0\u0007=1', "'=1"],
    ['＝1', "'＝1"],
    ['＋1', "'＋1"],
    ['－1', "'－1"],
    ['＠a', "'＠a"],
    ['a;=1', "a;'=1"],
    ['a";""=1', 'a";\'""=1'],
    ['"=1', '\'"=1'],
    ['good\n=cmd|x', "good\n'=cmd|x"],
    ['a=1', 'a=1'],
    ["'=1", "'=1"],
    ['Ann-Marie O’Neil', 'Ann-Marie O’Neil'],
    ['a\r\nb\tc\u0085d\u001b[1m', 'a\nb cd[1m'],
    ['\ud800x', '\ufffdx'],
  ])('%j is written as %j', (text, safe) => {
    expect(inert(text)).toBe(safe);
    expect(rowsOf(writeCsv([['first', text, 'last']]))).toEqual([['first', safe, 'last']]);
  });

  test('no text begins a cell that a spreadsheet runs, whichever separator it takes', () => {
    const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    const around = [
      '',
      ' ',
      '\t',
      '\r',
      '\n',
      '\r\n',
      ';',
      '";',
      '";"',
      '\n;',
      ';\n ',
      '\0',
      '\u200f',
      '"\n',
    ];
    for (const before of around)
      for (const more of around)
        for (const sign of signs) {
          const text = writeCsv([['x', `${before}${more}${sign}cmd`, `a${before}${sign}`, 'y']]);
          for (const cell of text.split(/[;\t\r\n]|,"?/u))
            expect(cell).not.toMatch(/^"*(?:\s|\p{Cf})*[=+\-@＝＋－＠]/u);
        }
  });

  test('nor does one in a table whose cells end at a semicolon, read with commas', () => {
    for (const text of ['a,=cmd', '=cmd', 'a, "+1', 'a\n@x', 'a;-1', 'a,＝1'])
      for (const cell of writeCsv([['x', text]], { separator: ';' }).split(/[,;\r\n]/u))
        expect(cell).not.toMatch(/^"*(?:\s|\p{Cf})*"*[=+\-@＝＋－＠]/u);
    // A sign inside a line begins no cell anywhere, and stays as it was typed.
    const line = '4.1 Look both ways: =1+1 is -1, says @x';
    expect(writeCsv([[line]])).toBe(`"${line}"\r\n`);
  });

  test('is quick for a text that tries to hold it up', () => {
    for (const text of [
      '\n'.repeat(2e5),
      ' '.repeat(2e5),
      ';'.repeat(2e5),
      '\u200b'.repeat(2e5),
      '"'.repeat(2e5),
    ])
      expect(writeCsv([[text]]).length).toBeGreaterThan(1e5);
  });
});

describe('reading', () => {
  test('commas, semicolons or tabs, with or without a mark, ends of lines of all kinds', () => {
    const rows = [
      ['name', 'id'],
      ['Ann', '1'],
    ];
    for (const text of [
      'name,id\nAnn,1',
      'name;id\r\nAnn;1\r\n',
      'name\tid\rAnn\t1\r',
      '\ufeffname,id\n\n ,\nAnn,1\n\n',
    ])
      expect(rowsOf(text)).toEqual(rows);
    expect(rowsOf('"Last, first";id\n"a;b";1')).toEqual([
      ['Last, first', 'id'],
      ['a;b', '1'],
    ]);
    expect(rowsOf('')).toEqual([]);
    expect(rowsOf('one')).toEqual([['one']]);
    expect(rowsOf('a,b,\n,,c')).toEqual([
      ['a', 'b', ''],
      ['', '', 'c'],
    ]);
  });

  test('quotes hold separators, new lines and quotes; spaces stay', () => {
    expect(rowsOf('"a\r\nb","say ""x""", c \n"",5" disk,""""')).toEqual([
      ['a\r\nb', 'say "x"', ' c '],
      ['', '5" disk', '"'],
    ]);
  });

  test('what was written comes back', () => {
    const rows = [
      ['Ann, the first', 'a "b"', 'one\ntwo', ' spaced '],
      ['__proto__', 'constructor', 'toString', ''],
    ];
    expect(rowsOf(writeCsv(rows, { bom: true }))).toEqual(rows);
  });

  test('a fault is told with its line', () => {
    expect(faultOf('a,b\n"x\ny",2\n3,"open\n4,5\n6,7')).toMatch(/^Line 4: .*never closed/);
    expect(faultOf('a,b\n\n1,"x"y')).toMatch(/^Line 3: something stands behind/);
    expect(faultOf(`a\n${','.repeat(largest.columns)}`)).toMatch(/^Line 2: .*200 columns/);
    expect(faultOf(`a\n${','.repeat(largest.columns - 1)}`)).toBe('');
    expect(faultOf('PK\u0003\u0004')).toContain('not text');
    expect(faultOf('a\0,\0b')).toContain('not text');
  });

  test('20,000 rows are read and 20,001 are not; nor is more than 2 MB', () => {
    expect(rowsOf('a,b\n'.repeat(20_000))).toHaveLength(20_000);
    expect(faultOf('a,b\n'.repeat(20_001))).toMatch(/^Line 20001: .*20000 rows/);
    expect(faultOf('a'.repeat(2_000_001))).toContain('2 MB');
    expect(rowsOf('\n'.repeat(1_999_000))).toEqual([]);
  });
});
