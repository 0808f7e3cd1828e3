import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SHIPPED_LESSONS from 'virtual:lessons';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { run } from '../support/run-program.js';
import { SHIPPED_IDS } from '../support/shipped.js';

const ACCEPTS = process.env['NET'] === 'accept';
const OUTPUTS = join(import.meta.dirname, 'outputs');
const LESSONS = SHIPPED_LESSONS.map(({ id }) => id);

/** Scenarios whose outputs are kept whole in every format: the opening one, and one with a check. */
const WHOLE = ['week-31', 'cascade'];

/** A command line, and whether its output is kept whole or as a digest. */
interface Command {
	readonly args: readonly string[];
	readonly whole: boolean;
}

const COMMANDS: readonly Command[] = [
	{ args: ['scenarios'], whole: true },
	{ args: ['progress'], whole: true },
	{ args: ['progress', '--format', 'json'], whole: true },
	...LESSONS.map((id) => ({ args: ['lesson', id, '--format', 'text'], whole: true })),
	...LESSONS.map((id) => ({ args: ['lesson', id, '--format', 'md'], whole: id === LESSONS[0] })),
	...SHIPPED_IDS.flatMap((id) => [
		{ args: ['scenarios', id], whole: WHOLE.includes(id) },
		{ args: ['report', id, '--format', 'text'], whole: true },
		...['md', 'csv', 'json'].map((format) => ({ args: ['report', id, '--format', format], whole: WHOLE.includes(id) })),
		...['md', 'html', 'json'].map((format) => ({
			args: ['export', id, '--format', format],
			whole: WHOLE.includes(id),
		})),
	]),
];

const recorded: readonly string[] = ACCEPTS ? [] : readFileSync(join(OUTPUTS, 'digests'), 'utf8').trim().split('\n');

let home: string;
beforeAll(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	process.env['DISPATCH_BOARD_HOME'] = home;
	if (ACCEPTS) rmSync(OUTPUTS, { recursive: true, force: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const digests: string[] = [];

it.each(COMMANDS)('dispatch-board $args', async ({ args, whole }) => {
	const { exitCode, out } = await run(...args);
	expect(exitCode).toBe(0);
	const name = args.filter((arg) => arg !== '--format').join('.');
	const digest = `${createHash('sha256').update(out).digest('hex').slice(0, 16)} ${name}`;
	digests.push(digest);
	const file = join(OUTPUTS, name);
	if (ACCEPTS) {
		mkdirSync(OUTPUTS, { recursive: true });
		if (whole) writeFileSync(file, out);
		writeFileSync(join(OUTPUTS, 'digests'), `${digests.join('\n')}\n`);
	} else if (whole) expect(out, 'Meant? npm run net:accept').toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
	else
		expect(recorded, `another output than before. Meant? npm run net:accept; git stash shows the old one`).toContain(
			digest,
		);
});

it('compares everything that was recorded', () => {
	expect(digests).toEqual(ACCEPTS ? digests : recorded);
});
