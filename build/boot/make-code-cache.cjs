'use strict';

/**
 * Writes V8's code cache beside the program: runs it until it has drawn a lesson and a lab on a terminal that nobody
 * sees, so that what the first frames need is compiled, and keeps that. Run by the install. Whatever goes wrong (no
 * right to write here, no room) the program starts without, so nothing is said.
 */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { PassThrough, Writable } = require('node:stream');
const { crc32 } = require('node:zlib');

/** A lab that is asked for by name, so that reading arguments is in the cache too. */
const ARGUMENTS = ['lab', 'week-31'];
/** What is typed, each after a frame: down, an edit, a pane, the lesson (Ctrl-O), down, and out (Ctrl-C). */
const KEYS = ['j', 'l', ']', '\u000f', 'j', '\u0003'];
const END_FRAME = '\u001b[?2026l';
/** Far longer than it takes; a program that hangs must not hang the install. */
const PATIENCE_MS = 20_000;

process.on('uncaughtException', () => process.exit(0));
setTimeout(() => process.exit(0), PATIENCE_MS).unref();
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'dispatch-board-'));
process.on('exit', () => fs.rmSync(home, { recursive: true, force: true }));

const keys = KEYS.values();
const stdin = Object.assign(new PassThrough(), { isTTY: true, isRaw: false, setRawMode() {}, ref() {}, unref() {} });
const stdout = Object.assign(
	new Writable({
		write(chunk, _, done) {
			done();
			if (String(chunk).includes(END_FRAME)) setTimeout(() => stdin.write(keys.next().value ?? ''), 50);
		},
	}),
	{ isTTY: true, columns: 80, rows: 24, getColorDepth: () => 24, hasColors: () => true },
);
for (const [name, value] of Object.entries({ stdin, stdout })) Object.defineProperty(process, name, { value });
Object.assign(process.env, { DISPATCH_BOARD_HOME: home, TERM: 'xterm-256color' });
process.argv.splice(2, process.argv.length, ...ARGUMENTS);

const { CACHE, load, scripts } = require('./dispatch-board.js');
load('program.js');

process.on('exit', () => {
	const made = `${CACHE}.${process.pid}`;
	const parts = [];
	let length = 0;
	const place = (bytes) => {
		parts.push(bytes);
		length += bytes.length;
		return [length - bytes.length, length];
	};
	try {
		const files = Object.fromEntries(
			[...scripts].map(([name, script]) => [
				name,
				{ source: place(fs.readFileSync(path.join(__dirname, name))), code: place(script.createCachedData()) },
			]),
		);
		// Whole or not at all: another start may be reading.
		const rest = Buffer.concat([Buffer.from(`${JSON.stringify(files)}\n`), ...parts]);
		fs.writeFileSync(made, Buffer.concat([Buffer.from(crc32(rest).toString(16).padStart(8, '0')), rest]));
		fs.renameSync(made, CACHE);
	} catch {
		// The program starts without.
		fs.rmSync(made, { force: true });
	}
});
