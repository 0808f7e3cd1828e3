import { expect, it } from 'vitest';
import { choosePresentation } from '../../src/commands/presentation.js';
import { resolveSettings } from '../../src/settings/settings.js';

const TTY = { isTTY: true };
const PIPE = {};
const XTERM = { TERM: 'xterm-256color' };

interface Asked {
	readonly env?: Readonly<Record<string, string>>;
	readonly flag?: 'on' | 'off';
	readonly kept?: 'on' | 'off';
}

it.each([
	['a terminal', TTY, TTY, {}, 'screen'],
	['a pipe out', TTY, PIPE, {}, 'none'],
	['a pipe in', PIPE, TTY, {}, 'none'],
	['a dumb terminal', TTY, TTY, { env: { TERM: 'dumb' } }, 'conversation'],
	['a dumb terminal and the flag against it', TTY, TTY, { env: { TERM: 'dumb' }, flag: 'off' }, 'conversation'],
	['the flag', TTY, TTY, { flag: 'on' }, 'conversation'],
	['the flag and a pipe', PIPE, PIPE, { flag: 'on' }, 'conversation'],
	['the variable', TTY, TTY, { env: { INK_SCREEN_READER: 'true' } }, 'conversation'],
	['the variable and a pipe', PIPE, PIPE, { env: { INK_SCREEN_READER: '1' } }, 'none'],
	['the variable and the flag against it', TTY, TTY, { env: { INK_SCREEN_READER: '1' }, flag: 'off' }, 'screen'],
	['the setting', TTY, TTY, { kept: 'on' }, 'conversation'],
	['the setting and a pipe', PIPE, PIPE, { kept: 'on' }, 'none'],
	['the setting and the variable against it', TTY, TTY, { env: { INK_SCREEN_READER: '0' }, kept: 'on' }, 'screen'],
] as const satisfies readonly (readonly [string, object, object, Asked, string])[])(
	'the presentation is chosen for %s',
	(_, stdin, stdout, asked: Asked, expected) => {
		const env = { ...XTERM, ...asked.env };
		const settings = resolveSettings({
			flags: asked.flag === undefined ? {} : { 'screen-reader': asked.flag },
			env,
			file: asked.kept === undefined ? null : { path: 'settings.json', values: { 'screen-reader': asked.kept } },
		});
		expect(choosePresentation({ stdin, stdout, env, settings })).toBe(expected);
	},
);
