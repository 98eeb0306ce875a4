// node checksum-recipe.mjs FILE: says whether the checksum of a submission is that of what stands in it.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

// JSON in one way only: the keys of each record in order, no spaces.
function canonical(data) {
  if (data === null || typeof data !== 'object') return JSON.stringify(data);
  if (Array.isArray(data)) return `[${data.map(canonical).join(',')}]`;
  const fields = Object.keys(data).sort();
  return `{${fields.map((key) => `${JSON.stringify(key)}:${canonical(data[key])}`).join(',')}}`;
}

// Everything but the checksum itself.
const { checksum, ...rest } = JSON.parse(gunzipSync(readFileSync(process.argv[2])));
const found = createHash('sha256').update(canonical(rest)).digest('hex');
console.log(found === checksum ? 'as it was made' : 'changed or damaged');
