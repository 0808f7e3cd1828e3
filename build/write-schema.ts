/** `npm run schema`: the JSON Schema that editors use, from the schema that the program checks with. */

import { writeFileSync } from 'node:fs';
import { scenarioJsonSchemaText } from '../src/content/index.js';

writeFileSync('schema/scenario.schema.json', scenarioJsonSchemaText());
