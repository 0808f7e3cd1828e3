import { writeSync } from 'node:fs';
import type { ScenarioDocument } from '../../../src/content/index.js';
import { openWorksheet } from '../../../src/storage/worksheets/open.js';
import { openWriter } from '../../../src/storage/worksheets/save.js';

/** Task of this program, as JSON in its first argument. */
export interface SaveTask {
	readonly home: string;
	readonly path: string;
	/** Number of versions to save. */
	readonly count: number;
	/** Drops root privileges first, because root can write to any folder. */
	readonly asNobody?: boolean;
}

/** Returns the n-th version of a worksheet, with the number near its start and at its end. */
const version = (document: ScenarioDocument, n: number): ScenarioDocument => ({
	...document,
	summary: `Version ${n}.`,
	scenario: { ...document.scenario, volumePerWeek: n },
});

/** Opens a worksheet and saves versions one by one; prints `saved N` once on disk, or `lost N: why`. */
async function main({ home, path, count, asNobody }: SaveTask): Promise<void> {
	const env = { DISPATCH_BOARD_HOME: home };
	const print = (line: string): unknown => writeSync(1, `${line}\n`);
	const opened = await openWorksheet(path, env, new Date());
	if (!opened.ok) return void print(`lost 0: ${JSON.stringify(opened)}`);
	if (opened.notice !== null) print(`notice ${opened.notice}`);
	const writer = await openWriter(env);
	if (asNobody && process.getuid?.() === 0) process.setuid?.(65_534);
	let { text } = opened;
	const first = (opened.document.scenario.volumePerWeek ?? 0) + 1;
	for (let n = first; n < first + count; n++) {
		const saved = writer.save({ path, document: version(opened.document, n), previous: text, now: new Date() });
		if (saved.ok) text = saved.text;
		print(
			saved.ok
				? `saved ${n}${saved.notice === null ? '' : `: ${saved.notice}`}`
				: `lost ${n}: ${saved.kind}, ${saved.message}`,
		);
	}
}

await main(JSON.parse(process.argv[2] ?? '') as SaveTask);
