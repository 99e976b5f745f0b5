// The tables of the data (CSV) as the editor reads and writes them: a list of rows, each a record;
// what is written has the same bytes that scripts/ordenar.py would write.

import { isNothing, value } from './formato.js';

const ROWS = 'filas';
// The key under which a table carries the columns that it had.
const COLUMNS = '_columnas';
const BAR = '|';
const NEEDS_QUOTES = /[",\n\r]/;

// What reads a table of a kind, whose columns are described by `shape`: text in, rows out.
export function tableReader(shape) {
  const known = new Map(shape.map((field) => [field.nombre, field]));
  return (text) => {
    const [columns = [], ...lines] = cells(text.replace(/^\uFEFF/, ''));
    if (columns.length < 2) throw new Error('La tabla no separa sus columnas con comas.');
    const rows = lines.filter((line) => line.some((cell) => cell.trim()));
    if (rows.some((row) => row.length !== columns.length)) {
      throw new Error('Hay filas con más o menos celdas que la primera.');
    }
    return { [ROWS]: rows.map((row) => record(columns, row, known)), [COLUMNS]: columns.join(BAR) };
  };
}

// What writes a table of a kind: rows in, text out.
export function tableWriter(shape) {
  return ({ [ROWS]: rows = [], [COLUMNS]: had = '' }) => {
    const columns = columnsOf(shape, rows, had.split(BAR).filter(Boolean));
    const names = columns.map(({ nombre }) => nombre);
    const full = rows.filter((row) => !isNothing(row)).sort(byIdentity);
    const lines = full.map((row) => columns.map(({ nombre, clase }) => cell(row[nombre], clase)));
    return `${[names, ...lines].map((line) => line.map(quoted).join(',')).join('\n')}\n`;
  };
}

function byIdentity({ id: one = '' }, { id: other = '' }) {
  return one < other ? -1 : Number(one > other);
}

function record(columns, row, known) {
  const texts = columns.map((name, place) => [name, row[place].trim()]);
  const filled = texts.filter(([, text]) => text);
  return Object.fromEntries(filled.map(([name, text]) => [name, read(text, known.get(name) ?? {})]));
}

function read(text, { lista, clase }) {
  if (!lista) return value(text, clase);
  return text.split(BAR).map((part) => value(part, clase)).filter(Boolean);
}

// The columns that the table had, those that must be there and those that somebody filled in.
function columnsOf(shape, rows, had) {
  const names = shape.map(({ nombre }) => nombre);
  const kept = shape.filter(
    ({ nombre, obligatorio }) =>
      had.includes(nombre) ||
      (!had.length && obligatorio) ||
      rows.some((row) => !isNothing(row[nombre])),
  );
  return [...kept, ...had.filter((name) => !names.includes(name)).map((nombre) => ({ nombre }))];
}

function cell(found, kind) {
  if (isNothing(found)) return '';
  const parts = Array.isArray(found) ? found.filter((part) => !isNothing(part)) : [found];
  return parts.map((part) => value(String(part), kind)).join(BAR);
}

function quoted(text) {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cells(text) {
  const rows = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/y;
  while (pattern.lastIndex < text.length || rows.at(-1).length) {
    const found = pattern.exec(text);
    if (!found) throw new Error('Hay comillas sin cerrar.');
    const [whole, inQuotes, plain, end] = found;
    rows.at(-1).push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    if (!end || (!whole && pattern.lastIndex >= text.length)) break;
  }
  return rows.filter((row) => row.length);
}
