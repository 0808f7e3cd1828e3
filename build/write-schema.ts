/** `npm run schema`: writes the JSON Schema for editors, from the schema that the program validates with. */

import { writeFileSync } from 'node:fs';
import { scenarioJsonSchemaText } from '../src/content/index.js';

writeFileSync('schema/scenario.schema.json', scenarioJsonSchemaText());
