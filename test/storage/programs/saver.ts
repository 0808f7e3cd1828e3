import { writeSync } from 'node:fs';
import type { ScenarioDocument } from '../../../src/content/index.js';
import { openWorksheet } from '../../../src/storage/worksheets/open.js';
import { openWriter } from '../../../src/storage/worksheets/save.js';

/** What the program is asked for, as JSON in its first argument. */
export interface SaveTask {
	readonly home: string;
	readonly path: string;
	/** How many versions it saves. */
	readonly count: number;
	/** Gives up the rights of an administrator first: to those, no folder is read-only. */
	readonly asNobody?: boolean;
}

/** The n-th version of a worksheet: it says so at its start and at its end. */
const version = (document: ScenarioDocument, n: number): ScenarioDocument => ({
	...document,
	summary: `Version ${n}.`,
	scenario: { ...document.scenario, volumePerWeek: n },
});

/** Opens a worksheet and saves one version after another; says `saved N` when one is on the disk, `lost N: why` when it is not. */
async function main({ home, path, count, asNobody }: SaveTask): Promise<void> {
	const env = { DISPATCH_BOARD_HOME: home };
	const say = (line: string): unknown => writeSync(1, `${line}\n`);
	const opened = await openWorksheet(path, env, new Date());
	if (!opened.ok) return void say(`lost 0: ${JSON.stringify(opened)}`);
	if (opened.notice !== null) say(`notice ${opened.notice}`);
	const writer = await openWriter(env);
	if (asNobody && process.getuid?.() === 0) process.setuid?.(65_534);
	let { text } = opened;
	const first = (opened.document.scenario.volumePerWeek ?? 0) + 1;
	for (let n = first; n < first + count; n++) {
		const saved = writer.save({ path, document: version(opened.document, n), previous: text, now: new Date() });
		if (saved.ok) text = saved.text;
		say(
			saved.ok
				? `saved ${n}${saved.notice === null ? '' : `: ${saved.notice}`}`
				: `lost ${n}: ${saved.kind}, ${saved.message}`,
		);
	}
}

await main(JSON.parse(process.argv[2] ?? '') as SaveTask);
