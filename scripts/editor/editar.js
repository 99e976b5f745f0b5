// The editor of the data: the forms that the models describe, on the files of the repository.

import './primero.js';
import CMS from './sveltia/index.js';
import { reader, writer } from './formato.js';
import { tableReader, tableWriter } from './tablas.js';

const answer = await fetch('config.json', { cache: 'no-store' });
const { editor, archivos, tablas } = await answer.json();

for (const [kind, shape] of Object.entries(archivos)) {
  CMS.registerCustomFormat(kind, 'yml', { fromFile: reader(shape), toFile: writer(shape) });
}
for (const [kind, shape] of Object.entries(tablas)) {
  const [fromFile, toFile] = [tableReader(shape), tableWriter(shape)];
  CMS.registerCustomFormat(kind, 'csv', { fromFile, toFile });
}
const logo = { src: new URL('logo.svg', import.meta.url).href };
CMS.init({ config: { ...editor, logo } });
