import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cleanEnvironment } from '../e2e/harness/home.js';

/** A valid cache, made once for all tests; null until then. */
let validCache: { readonly name: string; readonly bytes: Buffer } | null = null;
let home: string;
let dist: string;
beforeEach(() => {
	home = mkdtempSync(join(tmpdir(), 'dispatch-board-'));
	dist = join(home, 'dist');
	cpSync('dist', dist, { recursive: true });
	for (const name of caches()) rmSync(join(dist, name));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const caches = (): readonly string[] => readdirSync(dist).filter((name) => name.startsWith('code-cache-'));
const makeCache = (): string => {
	if (validCache) writeFileSync(join(dist, validCache.name), validCache.bytes);
	else execFileSync(process.execPath, [join(dist, 'make-code-cache.js')], { env: cleanEnvironment(home) });
	const name = caches()[0] ?? 'none';
	validCache ??= { name, bytes: readFileSync(join(dist, name)) };
	return join(dist, name);
};
const runVersion = (): { readonly status: number | null; readonly out: string; readonly err: string } => {
	const ran = spawnSync(process.execPath, [join(dist, 'dispatch-board.js'), '--version'], {
		env: cleanEnvironment(home),
		encoding: 'utf8',
	});
	return { status: ran.status, out: ran.stdout, err: ran.stderr };
};
const EXPECTED = { status: 0, out: '0.1.0\n', err: '' };

/** Returns for each file that a start loads whether V8 accepted its cached code. */
function acceptedFromCache(): readonly boolean[] {
	const script = `const { load, scripts } = require(${JSON.stringify(join(dist, 'dispatch-board.js'))});
		process.argv = ['node', 'dispatch-board', '--version'];
		process.on('exit', () => console.log(JSON.stringify([...scripts.values()].map((one) => one.cachedDataRejected === false))));
		load('program.js');`;
	const out = execFileSync(process.execPath, ['-e', script], { env: cleanEnvironment(home), encoding: 'utf8' });
	return JSON.parse(out.trim().split('\n').at(-1) ?? '[]');
}

it('the program starts without a cache, and then with a cache that is named for the Node version', () => {
	expect(runVersion()).toEqual(EXPECTED);
	expect(acceptedFromCache()).not.toContain(true);
	const file = makeCache();
	expect(file).toContain(`code-cache-${process.version}-${process.platform}-${process.arch}`);
	expect(runVersion()).toEqual(EXPECTED);
	// Code that only the command line needs is not in the cache.
	expect(acceptedFromCache().filter((taken) => taken).length).toBeGreaterThan(5);
});

it('the program runs changed source of the same length instead of the cached code', () => {
	makeCache();
	const name = readdirSync(dist).find(
		(one) => one.endsWith('.js') && readFileSync(join(dist, one), 'utf8').includes('`0.1.0`'),
	);
	const file = join(dist, name ?? 'none');
	writeFileSync(file, readFileSync(file, 'utf8').replace('`0.1.0`', '`7.8.9`'));
	expect(runVersion()).toEqual({ ...EXPECTED, out: '7.8.9\n' });
});

/** Adds a correct checksum to the content of a cache. */
const withChecksum = (rest: Buffer): Buffer =>
	Buffer.concat([Buffer.from(crc32(rest).toString(16).padStart(8, '0')), rest]);

it.each<[string, (bytes: Buffer) => Buffer]>([
	['is empty', () => Buffer.alloc(0)],
	['is cut short', (bytes) => bytes.subarray(0, bytes.length >> 1)],
	['has another format', () => Buffer.from('{"files":1}\nand so on')],
	['has a damaged header', (bytes) => Buffer.from(bytes).fill(0x7d, 40, 41)],
	['refers to missing code', () => withChecksum(Buffer.from('{"program.js":{}}\n'))],
	['has damaged code', (bytes) => Buffer.concat([bytes.subarray(0, -5000), Buffer.alloc(5000)])],
	[
		'was made by another V8',
		(bytes) => {
			const rest = Buffer.from(bytes.subarray(8));
			const start = rest.indexOf(10) + 1;
			const files = JSON.parse(rest.toString('utf8', 0, start)) as Record<string, { code: [number, number] }>;
			// The code of each file begins with a header of V8.
			for (const { code } of Object.values(files)) rest.fill(7, start + code[0], start + code[0] + 16);
			return withChecksum(rest);
		},
	],
])('the program starts without the cache if it %s', (_, change) => {
	const file = makeCache();
	writeFileSync(file, change(readFileSync(file)));
	expect(runVersion()).toEqual(EXPECTED);
});

it('the program ignores a missing folder for temporary files silently', () => {
	const env = { ...cleanEnvironment(home), TMPDIR: join(home, 'missing') };
	const making = spawnSync(process.execPath, [join(dist, 'make-code-cache.js')], { env, encoding: 'utf8' });
	expect([making.status, making.stdout, making.stderr]).toEqual([0, '', '']);
	expect(runVersion()).toEqual(EXPECTED);
});

it.skipIf(process.getuid?.() === 0)('the program ignores a read-only folder silently, and starts', () => {
	execFileSync('chmod', ['a-w', dist]);
	execFileSync(process.execPath, [join(dist, 'make-code-cache.js')], { env: cleanEnvironment(home) });
	expect(caches()).toEqual([]);
	expect(runVersion()).toEqual(EXPECTED);
	execFileSync('chmod', ['u+w', dist]);
});

it('the program file is executable', () => {
	expect(statSync(join(dist, 'dispatch-board.js')).mode & 0o111).toBe(0o111);
});
