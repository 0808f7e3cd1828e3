'use strict';

/**
 * Writes V8's code cache next to the program: runs the program on a fake terminal until it has drawn a lab and a
 * lesson, so that everything the first frames need is compiled, and saves the compiled code. Runs at install time.
 * Errors (no write permission, no disk space) are ignored, because the program also starts without the cache.
 */

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { PassThrough, Writable } = require('node:stream');
const { crc32 } = require('node:zlib');

/** Opens a lab by name, so that the cache covers argument parsing too. */
const ARGUMENTS = ['lab', 'week-31'];
/** Keys to type, one after each frame: down, an edit, a pane, the lesson (Ctrl-O), down, and quit (Ctrl-C). */
const KEYS = ['j', 'l', ']', '\u000f', 'j', '\u0003'];
const END_FRAME = '\u001b[?2026l';
/** Far longer than a run takes; a hanging program must not block the install. */
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
// A fake terminal is not asked for its colours, but what paints them should be in the cache.
Object.assign(process.env, { DISPATCH_BOARD_HOME: home, TERM: 'xterm-256color', FORCE_COLOR: '2' });
process.argv.splice(2, process.argv.length, ...ARGUMENTS);

const { CACHE, load, scripts } = require('./dispatch-board.js');
load('program.js');

process.on('exit', () => {
	const temporary = `${CACHE}.${process.pid}`;
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
		// Write to a temporary file and rename it: another process may be reading the cache.
		const rest = Buffer.concat([Buffer.from(`${JSON.stringify(files)}\n`), ...parts]);
		fs.writeFileSync(temporary, Buffer.concat([Buffer.from(crc32(rest).toString(16).padStart(8, '0')), rest]));
		fs.renameSync(temporary, CACHE);
	} catch {
		// The program starts without a cache.
		fs.rmSync(temporary, { force: true });
	}
});
