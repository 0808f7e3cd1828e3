/** `npm run catalogue`: writes `docs/scenarios.md` from the scenarios. */

import { writeFileSync } from 'node:fs';
import documents from 'virtual:scenarios';
import { catalogue } from '../src/export/catalogue.js';

writeFileSync('docs/scenarios.md', catalogue(documents, 'md'));
