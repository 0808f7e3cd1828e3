import { describe, expect, it } from 'vitest';
import { asciiFlag, usesAscii } from '../../src/session/ascii.js';
import { resolveSettings } from '../../src/settings/settings.js';

const usesAsciiBy = (args: readonly string[], env: Readonly<Record<string, string>>, kept?: string): boolean => {
	const file = kept === undefined ? null : { path: 'settings.json', values: { ascii: kept } };
	const { values } = resolveSettings({ flags: asciiFlag(args), env, file });
	return usesAscii({ setting: values.ascii, env, isTerminal: true });
};

describe('usesAscii', () => {
	it.each([
		[['--ascii'], {}, undefined, true],
		[['report', 'week-31', '--ascii'], {}, undefined, true],
		[['--ascii', '--no-ascii'], {}, undefined, false],
		[['check', '--', '--ascii'], {}, undefined, false],
		[['--no-ascii'], { DISPATCH_BOARD_ASCII: '1' }, 'on', false],
		[[], { DISPATCH_BOARD_ASCII: '1' }, 'off', true],
		[[], { DISPATCH_BOARD_ASCII: '0' }, 'on', false],
		[[], { DISPATCH_BOARD_ASCII: '' }, 'on', true],
		[[], { LANG: 'C' }, 'off', false],
		[[], { LANG: 'C' }, 'auto', true],
		[[], {}, undefined, false],
	])('lets the flag decide before the variable, the setting and the locale: %j %j %j', (args, env, kept, expected) => {
		expect(usesAsciiBy(args, env, kept)).toBe(expected);
	});

	it.each([
		[{ LANG: 'C' }, true],
		[{ LANG: 'en_US.UTF-8', LC_ALL: 'POSIX' }, true],
		[{ LANG: 'de_DE.ISO-8859-1@euro' }, true],
		[{ LANG: 'C', LC_ALL: 'C.UTF-8' }, false],
		[{ LC_CTYPE: 'UTF-8', LANG: 'C' }, false],
		[{ LANG: 'en_US.utf8', TERM: 'linux' }, false],
		[{ LANG: 'en_US', TERM: 'xterm-256color' }, false],
		[{ TERM: 'xterm-256color' }, false],
		[{ TERM: 'linux' }, true],
		[{ TERM: 'vt100' }, true],
	])(
		'takes ASCII in a terminal whose locale excludes UTF-8, or which is plain without a locale: %j',
		(env, expected) => {
			expect(usesAsciiBy([], env)).toBe(expected);
		},
	);

	it('ignores the locale in a pipe or a file', () => {
		const env = { LC_ALL: 'C', TERM: 'linux' };
		expect(usesAscii({ setting: 'auto', env, isTerminal: false })).toBe(false);
	});
});
