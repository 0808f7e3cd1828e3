import { afterEach, describe, expect, it } from 'vitest';
import { KEYS, Tty } from './harness/index.js';

let tty: Tty;
afterEach(() => tty?.stop());

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are ASCII too
const NON_ASCII = /[^\u0000-\u007f]/;

describe('the workbook in ASCII', () => {
	it.each([
		['--ascii', ['lab', 'week-31', '--ascii'], {}],
		['DISPATCH_BOARD_ASCII', ['lab', 'week-31'], { DISPATCH_BOARD_ASCII: '1' }],
		['a locale without UTF-8', ['lab', 'week-31'], { LANG: 'C' }],
	])('sends nothing else to the terminal, from start to end: %s', async (_, args, env) => {
		tty = new Tty(args, { env });
		await tty.waitFor(/resolution +94\.1% .* x breached/);
		for (const pane of ['Cost', 'Confusion', 'Pressure', 'Trace', 'Curve', 'Signals']) {
			tty.type(']');
			await tty.waitFor(`[${pane}]`);
		}
		await tty.waitFor(/escalation rate 1 1!1 5 4 8/);
		for (const [key, text] of [
			['?', 'In the lab'],
			['s', 'support requests'],
			['t', 'Esc'],
			['a', '| billing action'],
		] as const) {
			tty.type(key);
			await tty.waitFor(text);
			tty.type(KEYS.escape);
			await tty.waitFor('[Signals]');
		}
		tty.type('q');
		expect(await tty.exited).toBe(0);
		expect(tty.raw.match(NON_ASCII)).toBeNull();
	});

	it('keeps to the glyphs if the flag says so in a locale without UTF-8', async () => {
		tty = new Tty(['lab', 'week-31', '--no-ascii'], { env: { LANG: 'C' } });
		await tty.waitFor(/resolution +94\.1% .* ✗ breached/);
	});
});
