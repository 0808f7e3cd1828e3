import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SHIPPED_LESSONS from 'virtual:lessons';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../support/run-program.js';
import { SHIPPED_IDS } from '../support/shipped.js';

const ACCEPTS = process.env['NET'] === 'accept';
const OUTPUTS = join(import.meta.dirname, 'outputs');
const LESSONS = SHIPPED_LESSONS.map(({ id }) => id);

/** Scenarios whose outputs are stored in full in every format: the opening one, and one with a check. */
const WHOLE = ['week-31', 'cascade'];

/** A command line, and whether its output is stored in full or as a digest. */
interface Command {
	readonly args: readonly string[];
	readonly whole: boolean;
}

const COMMANDS: readonly Command[] = [
	{ args: ['scenarios'], whole: true },
	{ args: ['progress'], whole: true },
	{ args: ['progress', '--format', 'json'], whole: true },
	...LESSONS.map((id) => ({ args: ['lesson', id, '--format', 'text'], whole: true })),
	...LESSONS.map((id) => ({ args: ['lesson', id, '--format', 'md'], whole: id === 'the-bill-fell' })),
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

const DIGESTS = join(OUTPUTS, 'digests');
/** Digests of the outputs that are not stored in full, by name. */
const digests = new Map(
	(existsSync(DIGESTS) ? readFileSync(DIGESTS, 'utf8') : '').split('\n').flatMap((line): [string, string][] => {
		const [digest = '', name = ''] = line.split(' ');
		return name === '' ? [] : [[name, digest]];
	}),
);

const homeBefore = process.env['DISPATCH_BOARD_HOME'];
let home: string;
beforeAll(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	process.env['DISPATCH_BOARD_HOME'] = home;
	if (ACCEPTS) mkdirSync(OUTPUTS, { recursive: true });
});
afterAll(() => {
	rmSync(home, { recursive: true, force: true });
	if (homeBefore === undefined) delete process.env['DISPATCH_BOARD_HOME'];
	else process.env['DISPATCH_BOARD_HOME'] = homeBefore;
	const lines = [...digests].map(([name, digest]) => `${digest} ${name}\n`).sort();
	if (ACCEPTS) writeFileSync(DIGESTS, lines.join(''));
});

it.each(COMMANDS.map(({ args, whole }) => [args.join(' '), args, whole] as const))(
	'dispatch-board %s',
	async (line, args, whole) => {
		const { exitCode, out } = await runCommand(...args);
		expect(exitCode).toBe(0);
		const name = nameOf(args);
		const file = join(OUTPUTS, name);
		const differs = `dispatch-board ${line} prints something else. Meant? npm run net:accept -- -t "${line}"`;
		if (whole && ACCEPTS) writeFileSync(file, out);
		else if (whole) expect(out, differs).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'nothing recorded yet');
		else if (ACCEPTS) digests.set(name, digestOf(out));
		// Only the digest is stored: to see the change, compare with the output of the previous commit.
		else expect(digestOf(out), differs).toBe(digests.get(name));
	},
);

it('the record has no command that no longer exists', () => {
	const names = COMMANDS.map(({ args }) => nameOf(args));
	expect(
		[...readdirSync(OUTPUTS), ...digests.keys()].filter((name) => name !== 'digests' && !names.includes(name)),
	).toEqual([]);
});

const nameOf = (args: readonly string[]): string => args.filter((arg) => arg !== '--format').join('.');
const digestOf = (out: string): string => createHash('sha256').update(out).digest('hex').slice(0, 16);
