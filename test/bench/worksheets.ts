import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeScenario } from '../../src/content/index.js';
import { sheetFromTemplate } from '../../src/worksheet/index.js';
import { cleanEnvironment, type Home, temporaryHome } from '../e2e/harness/home.js';
import { PROGRAM } from '../e2e/harness/tty.js';
import { shippedScenario } from '../support/shipped.js';
import type { Aim } from './engine.js';
import { type Summary, summarize } from './statistics.js';
import { formatMs, table } from './table.js';

const MANY = 3000;
const ROUNDS = 7;
/** Longest time to list many worksheets, including the start of the program. */
const MAX_MS = 500;

/** Measures how long `dispatch-board worksheet` takes with one worksheet and with many, in turn. */
export function benchWorksheets(): { readonly text: string; readonly aims: readonly Aim[] } {
	const [one, many] = [homeWith(1), homeWith(MANY)];
	try {
		const times: [number[], number[]] = [[], []];
		for (let round = 0; round <= ROUNDS; round++)
			for (const [index, home] of [one, many].entries()) {
				const time = timeToList(home);
				// The first round only loads the files into the cache.
				if (round > 0) times[index]?.push(time);
			}
		const [single, all] = [summarize(times[0]), summarize(times[1])];
		const ratio = all.median / single.median;
		const row = (name: string, { median, p95, min }: Summary): readonly string[] => [
			name,
			...[median, p95, min].map(formatMs),
			`${(median / single.median).toFixed(2)}×`,
		];
		return {
			text: `Worksheets, ms: dispatch-board worksheet without a terminal, from its start to its end. The newest are read
whole, of the others the head. ${ROUNDS} runs each, in turn; ratio of medians to one worksheet.

${table(['worksheets', 'median', 'p95', 'min', 'ratio'], [row('1', single), row(MANY.toLocaleString('en-US'), all)])}`,
			aims: [
				{
					what: `listing ${MANY} worksheets: ${formatMs(all.median)} ms (${ratio.toFixed(2)}× one), at most ${MAX_MS} ms`,
					met: all.median <= MAX_MS,
				},
			],
		};
	} finally {
		one.remove();
		many.remove();
	}
}

function homeWith(count: number): Home {
	const home = temporaryHome();
	const folder = join(home.folder, 'dispatch-board', 'worksheets');
	mkdirSync(folder, { recursive: true });
	const sheet = sheetFromTemplate(shippedScenario('support-bot'), { id: 'feature-0', title: 'Feature 0' });
	const written = writeScenario(sheet, null, 'feature-0.yaml');
	if (!written.ok) throw new Error('no worksheet can be written');
	for (let n = 0; n < count; n++) {
		const text = written.text.replace('feature-0', `feature-${n}`).replace('Feature 0', `Feature ${n}`);
		writeFileSync(join(folder, `feature-${n}.yaml`), text);
	}
	return home;
}

function timeToList({ folder }: Home): number {
	const start = performance.now();
	const { status } = spawnSync(process.execPath, [PROGRAM, 'worksheet'], { env: cleanEnvironment(folder) });
	if (status !== 0) throw new Error(`worksheet ended with ${status}`);
	return performance.now() - start;
}
