// The data files as the editor reads and writes them: every value is a text, exactly as it stands,
// and what is written has the same bytes that scripts/ordenar.py would write.

import { isMap, isScalar, isSeq, parseDocument } from './yaml/index.js';

// The key under which a record carries the text it was read from, so that its comments survive.
const ORIGIN = '_texto';
const NOTHING = new Set(['', '~', 'null', 'Null', 'NULL']);
// What other programs, which follow the core schema of YAML 1.2, would take for something else.
const LOOKS_TYPED = new RegExp(
  [
    '~|null|Null|NULL',
    'true|True|TRUE|false|False|FALSE',
    '[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+',
    '[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?',
    '[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)',
  ].map((one) => `^(?:${one})$`).join('|'),
);
const FIRST_SIGNS = /^(?:[,[\]{}#&*!|>'"%@`]|[-?](?:[ \t]|$))/;
const INNER_SIGNS = /:(?:[ \t]|$)|[ \t]#/;
const WHOLE = /^(?:0|[1-9][0-9]*)$/;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/;

// What reads a file of a kind, whose fields are described by `shape`: text in, record out.
export function reader(shape) {
  return (text) => {
    const root = parsed(text);
    if (!isMap(root.contents)) throw new Error('El archivo no es una ficha.');
    const record = mapping(root.contents, shape);
    return text.includes('#') ? { ...record, [ORIGIN]: text } : record;
  };
}

// What writes a file of a kind: record in, text out.
export function writer(shape) {
  return (record) => {
    const { [ORIGIN]: text, ...values } = record;
    const before = text ? parsed(text) : null;
    const lines = [
      ...hashes(before?.commentBefore, ''),
      ...(before?.commentBefore ? [''] : []),
      ...block(values, shape, before?.contents, ''),
      ...below(before, ''),
    ];
    return `${withoutIdleBlanks(lines).join('\n')}\n`;
  };
}

function parsed(text) {
  const found = parseDocument(text, { schema: 'failsafe', uniqueKeys: true });
  if (found.errors.length) throw found.errors[0];
  return found;
}

// Reading

function mapping(node, shape) {
  const known = new Map(shape.map((field) => [field.nombre, field]));
  const record = {};
  for (const { key, value } of node.items) {
    const read = content(value, known.get(key.value) ?? {});
    if (read !== undefined) record[key.value] = read;
  }
  return record;
}

function content(node, field) {
  if (isMap(node)) return mapping(node, field.bloque ?? []);
  if (isSeq(node)) {
    const items = node.items.map((item) => content(item, { ...field, lista: false }));
    return items.filter((item) => item !== undefined);
  }
  if (isEmpty(node)) return undefined;
  if (!field.lista || field.bloque) return value(node.value, field.clase);
  return node.value.split('|').map((part) => value(part, field.clase)).filter(Boolean);
}

function isEmpty(node) {
  if (!isScalar(node) || node.value === null) return true;
  return node.type === 'PLAIN' ? NOTHING.has(node.value) : !node.value.trim();
}

export function value(text, kind) {
  if (kind === 'si_no') return yesOrNo(text);
  if (kind === 'correo') return text.trim().toLowerCase();
  if (kind === 'parrafos') return text.trim().replace(/[^\S\n]+$/gm, '');
  return kind === 'renglon' ? text.trim().replace(/\s+/g, ' ') : text.trim();
}

function yesOrNo(text) {
  const word = text.trim().toLowerCase();
  if (['sí', 'si', 'true'].includes(word)) return 'sí';
  return ['no', 'false'].includes(word) ? 'no' : text.trim();
}

// Writing

function block(values, shape, before, indent) {
  const names = shape.map((field) => field.nombre);
  const others = Object.keys(values).filter((name) => !names.includes(name));
  const fields = [...shape, ...others.map((nombre) => ({ nombre }))];
  const lines = fields.flatMap((field) => {
    const pair = pairOf(before, field.nombre);
    const written = entry(field, values[field.nombre], pair?.value, indent);
    return written.length ? [...above(pair?.key, indent), ...written] : [];
  });
  return [...lines, ...below(isMap(before) && before, indent)];
}

function entry(field, found, before, indent) {
  const key = `${indent}${field.nombre}:`;
  const beside = isScalar(before) || before?.flow ? besides(before) : '';
  if (isNothing(found)) return field.obligatorio ? [`${key}${beside}`] : [];
  if (typeof found !== 'object') return [scalar(key, found, field, beside, `${indent}  `)];
  const inner = `${indent}  `;
  const lines = Array.isArray(found)
    ? list(found, field, before, inner)
    : block(found, field.bloque ?? [], before, inner);
  return [`${key}${beside}`, ...above(before, inner), ...lines];
}

function list(items, field, before, indent) {
  const olds = isSeq(before) ? [...before.items] : [];
  const full = items.filter((item) => !isNothing(item));
  const lines = full.flatMap((item, place) => {
    const old = sameItem(item, olds, place, field);
    return [...above(old, indent), ...listed(item, field, old, indent)];
  });
  return [...lines, ...below(isSeq(before) && !before.flow && before, indent)];
}

function listed(item, field, old, indent) {
  if (typeof item !== 'object') {
    return [scalar(`${indent}-`, item, field, isScalar(old) ? besides(old) : '', `${indent}  `)];
  }
  const lines = block(item, field.bloque ?? [], old, `${indent}  `);
  // What stands over the first line of a block stands over its dash.
  const first = lines.findIndex((line) => line && !line.trimStart().startsWith('#'));
  const over = lines.slice(0, first).map((line) => line && `${indent}${line.trimStart()}`);
  return [...over, `${indent}- ${lines[first].slice(indent.length + 2)}`, ...lines.slice(first + 1)];
}

// One piece even where it takes several lines, whose blank ones are part of the text.
function scalar(start, found, field, beside, indent) {
  const text = value(String(found), field.clase);
  if (!isLiteral(text)) return `${start} ${inline(text, isNumber(text, field.clase))}${beside}`;
  const lines = text.split('\n').map((line) => line && `${indent}${line}`);
  return [`${start} |-${beside}`, ...lines].join('\n');
}

function isNumber(text, kind) {
  return kind === 'numero' ? NUMBER.test(text) : kind === 'codigo' && WHOLE.test(text);
}

function isLiteral(text) {
  return text.includes('\n') && text === text.trim() && !/[ \t]\n/.test(text);
}

function inline(text, number) {
  if (text.includes('\n')) return JSON.stringify(text);
  const mistaken = LOOKS_TYPED.test(text) || FIRST_SIGNS.test(text) || INNER_SIGNS.test(text);
  return number || (text && !mistaken) ? text : quoted(text);
}

function quoted(text) {
  const single = !text.includes("'") || text.includes('"');
  return single ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

export function isNothing(found) {
  if (found === null || found === undefined) return true;
  if (typeof found === 'object') return Object.values(found).every(isNothing);
  return typeof found === 'string' && !found.trim();
}

// Comments

// A group of comments that a blank line parts from what follows stands between two of them.
function above(node, indent) {
  const comment = node?.commentBefore;
  if (!comment) return [];
  const groups = comment.split(/\n\n+|\n$/).filter(Boolean);
  const touching = comment.endsWith('\n') ? [] : groups.splice(-1);
  const loose = groups.flatMap((group) => ['', ...hashes(group, indent), '']);
  const last = touching.flatMap((group) => hashes(group, indent));
  return last.length && node.spaceBefore ? [...loose, '', ...last] : [...loose, ...last];
}

function besides(node) {
  return node.comment ? ` #${node.comment}` : '';
}

function below(node, indent) {
  const lines = hashes(node?.comment, indent);
  return lines.length ? ['', ...lines, ''] : [];
}

function hashes(comment, indent) {
  return comment ? comment.split('\n').map((line) => (line ? `${indent}#${line}` : '')) : [];
}

function withoutIdleBlanks(lines) {
  const kept = lines.filter((line, place) => line || (place && lines[place - 1]));
  return kept.at(-1) ? kept : kept.slice(0, -1);
}

function pairOf(node, name) {
  return isMap(node) ? node.items.find((pair) => pair.key.value === name) : undefined;
}

// The item of the file that this one was: the one that says the same, or the one in its place.
function sameItem(item, olds, place, field) {
  const said = JSON.stringify(item);
  const says = (old) => JSON.stringify(content(old, { ...field, lista: false }));
  const equal = olds.findIndex((old) => old && says(old) === said);
  const found = equal >= 0 ? equal : place;
  const old = olds[found];
  olds[found] = undefined;
  return old;
}
