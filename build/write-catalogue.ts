/** `npm run catalogue`: writes `docs/scenarios.md` from the scenarios. */

import { writeFileSync } from 'node:fs';
import documents from 'virtual:scenarios';
import { renderCatalogue } from '../src/export/catalogue.js';

writeFileSync('docs/scenarios.md', renderCatalogue(documents, 'md'));
