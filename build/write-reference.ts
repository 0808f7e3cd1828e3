/** `npm run reference`: writes the pages of the reference in `docs/` that the program knows. */

import { writeFileSync } from 'node:fs';
import { referencePages } from './reference/index.js';

for (const { file, text } of await referencePages()) writeFileSync(`docs/${file}`, text);
