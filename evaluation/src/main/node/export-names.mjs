// Writes what @faker-js/faker 10.6.0 and compromise 14.17.0 (both MIT) hold as code into faker.json and compromise.json, to be read by
// `clarion train lists DIR`. Run it in DIR, after `npm install --prefix DIR` of both: node export-names.mjs
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(path.resolve('node_modules/x.js'));
const flat = value => value == null ? []
  : Array.isArray(value) ? value.map(one => typeof one === 'object' ? one.value : one)
  : Object.values(value).flatMap(flat);

const faker = {};
for (const [locale, { person = {}, location = {} }] of Object.entries(require('@faker-js/faker').allLocales)) {
  faker[locale] = {
    first: flat(person.first_name), last: flat(person.last_name), state: flat(location.state), country: flat(location.country),
  };
}
fs.writeFileSync('faker.json', JSON.stringify(faker));

const kinds = {};
for (const [word, tags] of Object.entries(require('compromise').model().one.lexicon)) {
  (kinds[[].concat(tags).join('+')] ??= []).push(word);
}
fs.writeFileSync('compromise.json', JSON.stringify(kinds));
