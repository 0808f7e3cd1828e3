/**
 * `npm run picture`: writes the README's picture from the real screen: week 31 with less of the FAQ traffic on the
 * small model.
 */

import { writeFileSync } from 'node:fs';
import { KEYS } from '../test/e2e/harness/keys.js';
import { screenshotSvg } from '../test/e2e/harness/screenshot.js';
import { Tty } from '../test/e2e/harness/tty.js';

const tty = new Tty(['lab', 'week-31'], { columns: 120, rows: 31 });
try {
	await tty.waitFor('FAQ answer · routed small 84%');
	tty.type(KEYS.shiftLeft);
	await tty.waitFor('FAQ answer · routed small 74%');
	writeFileSync('docs/lab.svg', screenshotSvg(tty, 'The lab on week 31, in a terminal of 120 columns'));
} finally {
	await tty.stop();
}
